/**
 * Thirty wines, ten of each grower, from the UCI Wine data (https://doi.org/10.24432/C5PC7J, CC BY 4.0); frozen, so that
 * a figure which changed its data would fail.
 */
export const wines = Object.freeze({
  alcohol: Object.freeze([
    14.23, 13.2, 13.16, 14.37, 13.24, 14.2, 14.39, 14.06, 14.83, 13.86, 12.37, 12.33, 12.64, 13.67, 12.37,
    12.17, 12.37, 13.11, 12.37, 13.34, 12.86, 12.88, 12.81, 12.7, 12.51, 12.6, 12.25, 12.53, 13.49, 12.84,
  ]),
  magnesium: Object.freeze([
    127, 100, 101, 113, 118, 112, 96, 121, 97, 98, 88, 101, 100, 94, 87, 104, 98, 78, 78, 110, 122, 104, 98,
    106, 85, 94, 89, 96, 88, 101,
  ]),
  flavanoids: Object.freeze([
    3.06, 2.76, 3.24, 3.49, 2.69, 3.39, 2.52, 2.51, 2.98, 3.15, 0.57, 1.09, 1.41, 1.79, 3.1, 1.75, 2.65, 3.18,
    2, 1.3, 1.25, 1.22, 1.09, 1.2, 0.58, 0.66, 0.47, 0.6, 0.48, 0.6,
  ]),
  proline: Object.freeze([
    1065, 1050, 1185, 1480, 735, 1450, 1290, 1295, 1045, 1045, 520, 680, 450, 630, 420, 355, 678, 502, 510,
    750, 630, 530, 560, 600, 650, 695, 720, 515, 580, 590,
  ]),
  grower: Object.freeze(
    ["Barolo", "Grignolino", "Barbera"].flatMap((name) => new Array<string>(10).fill(name)),
  ),
});
