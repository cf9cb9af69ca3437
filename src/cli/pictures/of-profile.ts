import type { ColumnProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import type { Figure } from "../../figures/index.ts";
import { correlationFigure } from "./correlation.ts";
import { gapsFigure } from "./gaps.ts";
import { figuresOfColumn } from "./of-column.ts";
import { targetFigure } from "./target.ts";

/** Pictures that stand among the words of a profile, and after them. */
export interface ProfileFigures {
  readonly target?: Figure | undefined;
  /** Of the whole table: its gaps, and what goes together. */
  readonly table: readonly Figure[];
  /** Of columns, by name. */
  readonly columns: ReadonlyMap<string, readonly Figure[]>;
}

/** The pictures of a whole table. */
export function figuresOfTable(table: ProfiledTable): ProfileFigures {
  return {
    target: targetFigure(table),
    table: [gapsFigure(table), correlationFigure(table)].flatMap((figure) => figure ?? []),
    columns: new Map(),
  };
}

/** The pictures of some columns. */
export function figuresOfColumns(table: ProfiledTable, columns: readonly ColumnProfile[]): ProfileFigures {
  return {
    table: [],
    columns: new Map(columns.map((column) => [column.name, figuresOfColumn(table, column)])),
  };
}
