/** Changes parameters step by step, each time told the slopes of the loss by them. */
export interface Optimizer {
  step(parameters: Float64Array, gradient: Float64Array): void;
}

/**
 * Stochastic gradient descent with momentum: the velocity keeps a share of itself and gains what the slope gives.
 * Nesterov's way goes one step further along the new velocity.
 * @see Sutskever and others (2013), On the importance of initialization and momentum in deep learning
 */
export class SgdOptimizer implements Optimizer {
  readonly #learningRate: number;
  readonly #momentum: number;
  readonly #nesterov: boolean;
  readonly #velocity: Float64Array;

  constructor(
    nParameters: number,
    options: { learningRateInit: number; momentum: number; nesterovsMomentum: boolean },
  ) {
    this.#learningRate = options.learningRateInit;
    this.#momentum = options.momentum;
    this.#nesterov = options.nesterovsMomentum;
    this.#velocity = new Float64Array(nParameters);
  }

  step(parameters: Float64Array, gradient: Float64Array): void {
    const velocity = this.#velocity;
    for (let k = 0; k < parameters.length; k++) {
      const push = this.#learningRate * gradient[k]!;
      velocity[k] = this.#momentum * velocity[k]! - push;
      parameters[k]! += this.#nesterov ? this.#momentum * velocity[k]! - push : velocity[k]!;
    }
  }
}

/**
 * Adam: each parameter goes by the running mean of its slopes, divided by the root of the running mean of their
 * squares, so that all of them take steps of about one size. Both means start at 0 and are corrected for that.
 * @see Kingma and Ba (2015), Adam: a method for stochastic optimization, https://arxiv.org/abs/1412.6980
 */
export class AdamOptimizer implements Optimizer {
  readonly #learningRate: number;
  readonly #beta1: number;
  readonly #beta2: number;
  readonly #epsilon: number;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;
  #nSteps = 0;

  constructor(
    nParameters: number,
    options: { learningRateInit: number; beta1: number; beta2: number; epsilon: number },
  ) {
    this.#learningRate = options.learningRateInit;
    this.#beta1 = options.beta1;
    this.#beta2 = options.beta2;
    this.#epsilon = options.epsilon;
    this.#means = new Float64Array(nParameters);
    this.#squares = new Float64Array(nParameters);
  }

  step(parameters: Float64Array, gradient: Float64Array): void {
    this.#nSteps += 1;
    const [beta1, beta2, epsilon] = [this.#beta1, this.#beta2, this.#epsilon];
    const [means, squares] = [this.#means, this.#squares];
    const rate = (this.#learningRate * Math.sqrt(1 - beta2 ** this.#nSteps)) / (1 - beta1 ** this.#nSteps);
    for (let k = 0; k < parameters.length; k++) {
      const slope = gradient[k]!;
      const mean = beta1 * means[k]! + (1 - beta1) * slope;
      const square = beta2 * squares[k]! + (1 - beta2) * slope * slope;
      means[k] = mean;
      squares[k] = square;
      parameters[k]! -= (rate * mean) / (Math.sqrt(square) + epsilon);
    }
  }
}
