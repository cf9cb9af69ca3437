import { KMeans } from "../../../src/ml/cluster.ts";
import { PCA } from "../../../src/ml/decomposition.ts";
import { RandomForestClassifier, RandomForestRegressor } from "../../../src/ml/ensemble.ts";
import type { ColumnTable } from "../../../src/ml/features.ts";
import { SimpleImputer } from "../../../src/ml/impute.ts";
import { LinearRegression, LogisticRegression, Ridge } from "../../../src/ml/linear-model.ts";
import { GaussianNB, MultinomialNB } from "../../../src/ml/naive-bayes.ts";
import { KNeighborsClassifier, KNeighborsRegressor } from "../../../src/ml/neighbors.ts";
import { MLPClassifier, MLPRegressor } from "../../../src/ml/neural-network.ts";
import { MinMaxScaler, RobustScaler, StandardScaler } from "../../../src/ml/preprocessing.ts";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../src/ml/tree.ts";

/** Rows and columns. */
export type Size = readonly [nSamples: number, nFeatures: number];

/** What y holds: a class 0 or 1, a class with counts as features, a number, or nothing that is used. */
export type Kind = "classes" | "counts" | "numbers";

/** An estimator as it is timed: `use` is predict or transform. */
export interface Contender {
  fit(X: ColumnTable, y: readonly number[]): unknown;
  use(X: ColumnTable): unknown;
}

/** The same job for ours and for scikit-learn. */
export interface Contest {
  readonly name: string;
  readonly kind: Kind;
  readonly sizes: readonly Size[];
  /** How many rows are predicted or transformed at most. */
  readonly used?: number;
  ours(): Contender;
  /** The same estimator as a Python expression. */
  readonly theirs: string;
}

const sizes: readonly Size[] = [
  [1_000, 10],
  [5_000, 20],
  [100_000, 20],
];
/** Where 100,000 rows would take minutes on either side. */
const small = sizes.slice(0, 2);

interface Predictor {
  fit(X: ColumnTable, y: readonly number[]): unknown;
  predict(X: ColumnTable): unknown;
}
interface Transformer {
  fit(X: ColumnTable): unknown;
  transform(X: ColumnTable): unknown;
}

function predicting(estimator: Predictor): Contender {
  return { fit: (X, y) => estimator.fit(X, y), use: (X) => estimator.predict(X) };
}

function transforming(estimator: Transformer): Contender {
  return { fit: (X) => estimator.fit(X), use: (X) => estimator.transform(X) };
}

/** Every estimator that scikit-learn has as well, with its defaults but where both sides need the same beginning. */
export const contests: readonly Contest[] = [
  contest("StandardScaler", "numbers", () => transforming(new StandardScaler()), "StandardScaler()"),
  contest("MinMaxScaler", "numbers", () => transforming(new MinMaxScaler()), "MinMaxScaler()"),
  contest("RobustScaler", "numbers", () => transforming(new RobustScaler()), "RobustScaler()"),
  contest("SimpleImputer", "numbers", () => transforming(new SimpleImputer()), "SimpleImputer()"),
  contest("LinearRegression", "numbers", () => predicting(new LinearRegression()), "LinearRegression()"),
  contest("Ridge", "numbers", () => predicting(new Ridge()), "Ridge()"),
  contest(
    "LogisticRegression",
    "classes",
    () => predicting(new LogisticRegression()),
    "LogisticRegression()",
  ),
  contest("GaussianNB", "classes", () => predicting(new GaussianNB()), "GaussianNB()"),
  contest("MultinomialNB", "counts", () => predicting(new MultinomialNB()), "MultinomialNB()"),
  contest(
    "DecisionTreeClassifier",
    "classes",
    () => predicting(new DecisionTreeClassifier()),
    "DecisionTreeClassifier()",
  ),
  contest(
    "DecisionTreeRegressor",
    "numbers",
    () => predicting(new DecisionTreeRegressor()),
    "DecisionTreeRegressor()",
  ),
  contest(
    "RandomForestClassifier, 10 trees",
    "classes",
    () => predicting(new RandomForestClassifier({ nEstimators: 10 })),
    "RandomForestClassifier(n_estimators=10)",
  ),
  {
    ...contest(
      "RandomForestRegressor, 10 trees",
      "numbers",
      () => predicting(new RandomForestRegressor({ nEstimators: 10 })),
      "RandomForestRegressor(n_estimators=10)",
    ),
    sizes: small,
  },
  {
    ...contest(
      "KNeighborsClassifier",
      "classes",
      () => predicting(new KNeighborsClassifier()),
      "KNeighborsClassifier()",
    ),
    used: 1_000,
  },
  {
    ...contest(
      "KNeighborsRegressor",
      "numbers",
      () => predicting(new KNeighborsRegressor()),
      "KNeighborsRegressor()",
    ),
    used: 1_000,
  },
  contest(
    "KMeans, 8 clusters",
    "numbers",
    () => predicting(new KMeans({ nClusters: 8, nInit: 1, randomState: 0 })),
    "KMeans(n_clusters=8, n_init=1, random_state=0)",
  ),
  contest(
    "PCA, 5 components",
    "numbers",
    () => transforming(new PCA({ nComponents: 5 })),
    'PCA(n_components=5, svd_solver="full")',
  ),
  {
    ...contest(
      "MLPClassifier, 16 hidden, 50 epochs",
      "classes",
      () => predicting(new MLPClassifier({ hiddenLayerSizes: [16], maxIter: 50, nIterNoChange: 50 })),
      "MLPClassifier(hidden_layer_sizes=(16,), max_iter=50, n_iter_no_change=50)",
    ),
    sizes: [[150, 4], ...small],
  },
  {
    ...contest(
      "MLPRegressor, 16 hidden, 50 epochs",
      "numbers",
      () => predicting(new MLPRegressor({ hiddenLayerSizes: [16], maxIter: 50, nIterNoChange: 50 })),
      "MLPRegressor(hidden_layer_sizes=(16,), max_iter=50, n_iter_no_change=50)",
    ),
    sizes: small,
  },
];

function contest(name: string, kind: Kind, ours: () => Contender, theirs: string): Contest {
  return { name, kind, sizes, ours, theirs };
}
