/**
 * Groups among rows that nobody labelled.
 * @see https://scikit-learn.org/stable/modules/clustering.html
 */
export { KMeans, type KMeansOptions } from "./cluster/k-means.ts";
