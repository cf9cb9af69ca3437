export {
  type ColumnPart,
  ColumnTransformer,
  type ColumnTransformerOptions,
} from "./compose/column-transformer.ts";
