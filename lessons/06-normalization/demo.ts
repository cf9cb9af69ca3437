export function a() {
  return "x";
}
