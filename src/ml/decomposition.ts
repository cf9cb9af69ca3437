/**
 * Tables taken apart into a few directions that hold most of what is in them.
 * @see https://scikit-learn.org/stable/modules/decomposition.html
 */
export { PCA, type PCAOptions } from "./decomposition/pca.ts";
