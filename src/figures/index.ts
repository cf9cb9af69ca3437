export { type Amount, type Bar, type BarsFigure, type BarsOptions, bars } from "./bars.ts";
export { type Box, type BoxFigure, type BoxOptions, box } from "./box.ts";
export { type CalibrationCurve, calibration } from "./calibration.ts";
export { type ConfusionMatrixOptions, confusionMatrix } from "./confusion-matrix.ts";
export { correlation } from "./correlation.ts";
export {
  type BoundaryData,
  type BoundaryFigure,
  type BoundaryOptions,
  type BoundaryPoint,
  decisionBoundary,
} from "./decision-boundary.ts";
export { type DecisionTreeOptions, decisionTree, type TreeFigure } from "./decision-tree.ts";
export { type DistributionChangeOptions, distributionChange } from "./distribution-change.ts";
export { type DistributionsOptions, distributions } from "./distributions.ts";
export { type FeatureImportanceOptions, featureImportance, type Importances } from "./feature-importance.ts";
export { type Figure, isFigure } from "./figure.ts";
export { type HeatmapFigure, type HeatmapOptions, heatmap } from "./heatmap.ts";
export type { HeatCell } from "./heatmap-spec.ts";
export { type Bin, type HistogramFigure, type HistogramOptions, histogram } from "./histogram.ts";
export { type LearningCurveData, type LearningCurveOptions, learningCurve } from "./learning-curve.ts";
export { type LineFigure, type LineOptions, line } from "./line.ts";
export type { Guide } from "./line-layers.ts";
export { type LossHistory, type LossHistoryOptions, lossHistory } from "./loss-history.ts";
export type { Mark } from "./marks.ts";
export { type MissingnessOptions, missingness } from "./missingness.ts";
export { formatNumber, percent } from "./numbers.ts";
export type { Point } from "./points.ts";
export {
  type PrecisionRecallCurve,
  type PrecisionRecallOptions,
  precisionRecallCurve,
} from "./precision-recall-curve.ts";
export { type Range, type RangesFigure, type RangesOptions, ranges } from "./ranges.ts";
export { type ResidualsOptions, residuals } from "./residuals.ts";
export { type RocCurve, rocCurve } from "./roc-curve.ts";
export {
  type ScatterData,
  type ScatterFigure,
  type ScatterOptions,
  scatter,
} from "./scatter.ts";
export type { VegaLiteSpec } from "./spec.ts";
export { type Cell, type TableFigure, type TableOptions, table } from "./table.ts";
export { type DrawOptions, drawFigure } from "./text/draw-figure.ts";
export { type TimedSeries, type TimeSeriesOptions, timeSeries } from "./time-series.ts";
export type { Series } from "./trace.ts";
export type { Prediction, TreeNode, TreeSplit } from "./tree-nodes.ts";
export type { TreeRow } from "./tree-rows.ts";
export {
  type ValidationCurveData,
  type ValidationCurveOptions,
  validationCurve,
} from "./validation-curve.ts";
