/**
 * Takes away what no exercise needs and what could reach beyond this process: signals to others, and loading native code.
 *
 * A seat belt, as Node's permission flags are: it stops the careless and the curious. SECURITY.md says what each
 * level of isolation promises.
 */
export function withdrawPowers(): void {
  for (const name of ["kill", "_kill", "_debugProcess", "_debugEnd", "dlopen", "binding", "_linkedBinding"]) {
    Object.defineProperty(process, name, { value: withdrawn(name), writable: false, configurable: false });
  }
  Object.defineProperty(process, "ppid", { value: 0, writable: false, configurable: false });
}

function withdrawn(name: string) {
  return () => {
    throw new Error(`process.${name} is not available to an exercise.`);
  };
}
