"""Times scikit-learn's fit and predict (or transform) on one thread: prints a line of JSON for each line of JSON it reads.

A job: {"estimator": "Ridge()", "folder": where X.f64 (column after column) and y.f64 are, "shape": [n, p], "classes": bool,
"used": rows to predict, "runs": 5}. The answer: {"fit": milliseconds of each run, "use": milliseconds of each run}.
"""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.filterwarnings("ignore")


def milliseconds(work):
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def measure(job):
    n, p = job["shape"]
    X = np.ascontiguousarray(np.fromfile(f"{job['folder']}/X.f64").reshape(p, n).T)
    y = np.fromfile(f"{job['folder']}/y.f64")
    if job["classes"]:
        y = y.astype(int)
    some = X[: job["used"]]
    fit, use = [], []
    for _ in range(job["runs"]):
        estimator = eval(job["estimator"])
        fit.append(milliseconds(lambda: estimator.fit(X, y)))
        work = estimator.predict if hasattr(estimator, "predict") else estimator.transform
        use.append(milliseconds(lambda: work(some)))
    return {"fit": fit, "use": use}


for line in sys.stdin:
    print(json.dumps(measure(json.loads(line))), flush=True)
