/** What lessons and the rest of Groundwork use of the data: data sets by name, and tables. */
export type { Column, ColumnType, NumberColumn, TextColumn } from "./column.ts";
export { type Dataset, listDatasets, openDataset, type Stage } from "./dataset.ts";
export { type Needs, reasonNotToFit } from "./needs.ts";
export { type Task, tasks } from "./package-schema.ts";
export { type Roles, type Row, Table } from "./table.ts";
