/**
 * Classifiers by Bayes' rule that take the features of a class to be independent of each other.
 * @see https://scikit-learn.org/stable/modules/naive_bayes.html
 */
export { GaussianNB } from "./naive-bayes/gaussian-nb.ts";
export { MultinomialNB } from "./naive-bayes/multinomial-nb.ts";
