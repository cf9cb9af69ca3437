/** ml-cart comes without types; these are for the part that the lesson shows. */
declare module "ml-cart" {
  /** A node of a trained tree; rows with a value below `splitValue` go left. */
  export interface CartNode {
    readonly splitColumn?: number;
    readonly splitValue?: number;
    readonly gain?: number;
    readonly left?: CartNode;
    readonly right?: CartNode;
  }

  export class DecisionTreeClassifier {
    constructor(options?: {
      maxDepth?: number;
      /** A node with so many rows or fewer is a leaf. */
      minNumSamples?: number;
      gainThreshold?: number;
    });
    readonly root: CartNode;
    /** Labels are whole numbers from 0. */
    train(X: number[][], y: number[]): void;
    predict(X: number[][]): number[];
  }
}
