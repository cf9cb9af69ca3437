export { LabelEncoder } from "./preprocessing/label-encoder.ts";
export { MinMaxScaler } from "./preprocessing/min-max-scaler.ts";
export { OneHotEncoder } from "./preprocessing/one-hot-encoder.ts";
export { OrdinalEncoder } from "./preprocessing/ordinal-encoder.ts";
export { RobustScaler } from "./preprocessing/robust-scaler.ts";
export { StandardScaler } from "./preprocessing/standard-scaler.ts";
