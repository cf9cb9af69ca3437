export { SimpleImputer } from "./impute/simple-imputer.ts";
