import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import packageJson from "../package.json" with { type: "json" };

const repository = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(repository, path), "utf8");
const tracked = filesInGit();

/** The files that git knows and that are there; none where there is no git. */
function filesInGit(): string[] {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: repository, encoding: "utf8" });
  return (stdout ?? "").split("\0").filter((path) => path !== "" && existsSync(join(repository, path)));
}

/** Words that belong to this machine: where the repository and its owner's home lie, and where packages come from. */
function wordsOfThisMachine(): string[] {
  const paths = [repository, homedir()].map((path) => path.replaceAll("\\", "/"));
  const { npm_config_registry: registry } = process.env;
  const hosts = registry ? [new URL(registry).hostname] : [];
  // A container's short paths (/app, /root) and hosts (localhost) are words like any other.
  return [
    ...paths.filter((path) => path.split("/").length > 2),
    ...hosts.filter((host) => host.includes(".")),
  ];
}

/** What may stand in no file: where packages come from on one machine, where a person's files lie, and secrets. */
const privateWords: readonly RegExp[] = [
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i,
  /https?:\/\/[^\s/"'`]*(registry|artifactory|nexus|verdaccio|proxy|mirror)[^\s/"'`]*\.[a-z]{2,}/i,
  /https?:\/\/[^\s/"'`@]+@/,
  /_authToken|_password\s*=/i,
  // Nobody is called me.
  /(?<![\w.:/~-])\/(home|Users)\/(?!me\/)[a-z][\w.-]*\//,
  /(?<![\w.:/~-])\/(root|work|workspace|builds)\/\w/,
  /\b[A-Z]:\\Users\\/i,
];

function privateWordsIn(text: string, words: readonly string[] = []): string[] {
  const patterns = privateWords.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  return [...patterns, ...words.filter((word) => text.includes(word))];
}

describe("the files of the repository", () => {
  it.skipIf(tracked.length === 0)("name no package registry, no path of one machine and no secret", () => {
    const words = wordsOfThisMachine();
    const found = tracked
      // This file says what to look for.
      .filter((path) => path !== "tests/repository.test.ts")
      .flatMap((path) => privateWordsIn(read(path), words).map((word) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  it.each([
    '"resolved": "https://registry.example.org/x.tgz"',
    "registry=https://npm-mirror.example.internal/",
    "https://me:word@example.org/x.git",
    "//example.org/:_authToken=abc",
    'cd "/home/someone/groundwork/"',
    "/builds/group/groundwork/src/launch.mjs:12",
    "C:\\Users\\someone",
  ])("would be found if they did: %s", (text) => {
    expect(privateWordsIn(text)).not.toEqual([]);
  });
});

describe("packages", () => {
  it("are locked without an address to download from", () => {
    const addresses = read("package-lock.json").match(/"resolved": "(?!file:src\/).*"/g);
    expect(addresses).toBeNull();
  });

  it("have exact versions", () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = packageJson;
    const forced = Object.entries(overrides).map(([name, to]) =>
      typeof to === "string" ? { [name]: to } : to,
    );
    const wanted = [dependencies, devDependencies, optionalDependencies, ...forced];
    const loose = wanted
      .flatMap((group) => Object.entries(group))
      .filter(
        ([, version]) =>
          !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$|^file:src\/|^\$@?[\w/-]+$/.test(version),
      );
    expect(loose).toEqual([]);
  });

  it("run from Node 20.19 on", () => {
    expect(packageJson.engines.node).toBe(">=20.19");
  });
});

it.each(["README.md", "CONTRIBUTING.md"])("the commands in %s are scripts of package.json", (path) => {
  const named = [...read(path).matchAll(/npm (?:run ([\w:-]+)|(test))\b/g)].map(([, run, own]) => run ?? own);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name ?? ""))).toEqual([]);
});

const guide = read("CONTRIBUTING.md");

/** Code that the guide shows from a file, "```ts path/to/file.ts", in the pieces between its lines of "…". */
function piecesShown(): { path: string; piece: string }[] {
  const snippets = guide.matchAll(/^ *```\w+ (\S+)\n(.*?)^ *```$/gms);
  return [...snippets].flatMap(([, path = "", code = ""]) =>
    withoutIndent(code)
      .split(/^…$/m)
      .map((piece) => ({ path, piece: piece.trim() })),
  );
}

function withoutIndent(code: string): string {
  return code.replace(/^[ \t]+/gm, "");
}

describe("CONTRIBUTING.md", () => {
  it.each(piecesShown())("shows code as it stands in $path", ({ path, piece }) => {
    expect(withoutIndent(read(path))).toContain(piece);
  });

  it("shows code of every kind of file in a lesson, and names files that are there", () => {
    const kinds = piecesShown().map(({ path }) => path.split("/")[2]);
    const wanted = ["lesson.md", "demo.ts", "solution.ts", "checks.ts", "mistakes", "alternatives"];
    expect(kinds).toEqual(expect.arrayContaining(wanted));
    const named = [...guide.matchAll(/`((?:src|tests|lessons|\.ci)\/[\w./-]*)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(named.filter((path) => !path.includes("NN-name") && !existsSync(join(repository, path)))).toEqual(
      [],
    );
  });
});

describe("the installed packages", () => {
  it("are no links into the course, through which an answer could read what it must not", () => {
    const ours = join(repository, "node_modules", "@tensorflow", "tfjs-node");
    expect(lstatSync(ours).isSymbolicLink()).toBe(false);
    expect(read(".npmrc")).toContain("install-links=true");
  });
});
