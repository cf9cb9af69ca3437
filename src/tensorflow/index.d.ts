import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";

export * from "@tensorflow/tfjs-core";
export * as data from "@tensorflow/tfjs-data";
export * from "@tensorflow/tfjs-layers";
