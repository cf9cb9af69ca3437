// Stands in for npm: writes down how it was called, and "installs" the packages that STUB_PACKAGES has.
import { rmSync, symlinkSync, writeFileSync } from "node:fs";

const { STUB_CALL = "", STUB_PACKAGES, ...env } = process.env;
writeFileSync(STUB_CALL, JSON.stringify({ args: process.argv.slice(2), folder: process.cwd(), env }));
console.log("added 300 packages");
if (STUB_PACKAGES === undefined) process.exit(1);
rmSync("node_modules", { recursive: true, force: true });
symlinkSync(STUB_PACKAGES, "node_modules", "junction");
