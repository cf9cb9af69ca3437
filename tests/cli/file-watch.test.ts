import { type FSWatcher, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, it, vi } from "vitest";

import { watchFile } from "../../src/cli/file-watch.ts";
import { temporaryFolder } from "./support/temporary-course.ts";

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return { ...fs, watch: vi.fn(fs.watch) };
});

let stop = () => {};
afterEach(() => stop());

function watched(options: { poll?: boolean } = {}) {
  const file = join(temporaryFolder(), "exercise.ts");
  writeFileSync(file, "first");
  const [onSave, onPolling] = [vi.fn(), vi.fn()];
  stop = watchFile(file, { onSave, onPolling, ...options });
  return { file, onSave, onPolling };
}

it("tells each save, and says nothing of polling where events come", async () => {
  const { file, onSave, onPolling } = watched();
  for (const text of ["second", "third"]) {
    writeFileSync(file, text);
    await vi.waitFor(() => expect(onSave).toHaveBeenLastCalledWith(text), 5_000);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(onSave).toHaveBeenCalledTimes(2);
  expect(onPolling).not.toHaveBeenCalled();
});

it("finds saves where the file system accepts a watch and never tells, and says once that it polls", async () => {
  vi.mocked(watch).mockImplementationOnce(() => ({ on() {}, close() {} }) as unknown as FSWatcher);
  const { file, onSave, onPolling } = watched();
  for (const text of ["second", "third", "fourth"]) {
    writeFileSync(file, text);
    await vi.waitFor(() => expect(onSave).toHaveBeenLastCalledWith(text), 5_000);
  }
  await vi.waitFor(() => expect(onPolling).toHaveBeenCalledTimes(1), 5_000);
});

it("polls from the start where the file system refuses a watch", async () => {
  vi.mocked(watch).mockImplementationOnce(() => {
    throw new Error("ENOSPC: no more watches");
  });
  const { file, onSave, onPolling } = watched();
  expect(onPolling).toHaveBeenCalledTimes(1);
  writeFileSync(file, "second");
  await vi.waitFor(() => expect(onSave).toHaveBeenLastCalledWith("second"), 5_000);
});

it("asks for no events when told to poll", async () => {
  vi.mocked(watch).mockClear();
  const { file, onSave } = watched({ poll: true });
  writeFileSync(file, "second");
  await vi.waitFor(() => expect(onSave).toHaveBeenLastCalledWith("second"), 5_000);
  expect(watch).not.toHaveBeenCalled();
});

it("tells nothing after it was ended", async () => {
  const { file, onSave } = watched({ poll: true });
  stop();
  writeFileSync(file, "second");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(onSave).not.toHaveBeenCalled();
});

it("takes a file that was emptied on purpose for a save, too", async () => {
  const { file, onSave } = watched();
  writeFileSync(file, "");
  await vi.waitFor(() => expect(onSave).toHaveBeenLastCalledWith(""), 5_000);
});
