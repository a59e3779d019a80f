// Runs the conformance pack: every command through the engine, every answer compared with what is expected.
//
//   node build/conformance.js PACK COLLEGIUM

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Collegium, Refused } from "./client.js";
import type { GivenProtocol, SentCommand } from "./types/request.js";

interface Story {
  name: string;
  about: string;
  protocol: string;
  also?: string[];
}

const [pack, command] = process.argv.slice(2);
if (pack === undefined || command === undefined) {
  console.error("usage: node conformance.js PACK COLLEGIUM");
  process.exit(2);
}
const text = (name: string): string => readFileSync(join(pack, name), "utf8");
const lines = (name: string): unknown[] => text(name).trimEnd().split("\n").map((line) => JSON.parse(line));
const given = (name: string): GivenProtocol =>
  name.endsWith(".toml") ? { type: "toml", data: text(name) } : { type: "preset", data: name };

const { stories } = JSON.parse(text("pack.json")) as { stories: Story[] };
const collegium = new Collegium(command);
let [equal, different] = [0, 0];
for (const story of stories) {
  const also = (story.also ?? []).map(given);
  await collegium.ask(story.name, "open", { protocol: given(story.protocol), also });
  const expected = lines(`${story.name}.expected.jsonl`);
  const commands = lines(`${story.name}.jsonl`) as SentCommand[];
  // All are sent before the first is answered: answers come in the order of the requests.
  const answers = await Promise.all(commands.map((sent) => collegium.ask(story.name, "apply", { sent })));
  for (const [index, { answer }] of answers.entries()) {
    if (isDeepStrictEqual(answer, expected[index])) {
      equal += 1;
    } else {
      different += 1;
      console.error(`${story.name}, line ${index + 1}:\n  ${JSON.stringify(answer)}\n  ${JSON.stringify(expected[index])}`);
    }
  }
  const { position } = await collegium.ask(story.name, "position", {});
  const { lines: log } = await collegium.ask(story.name, "log", { after: 0 });
  if (log.length !== position || answers.length !== expected.length) {
    throw new Error(`${story.name}: ${log.length} lines of ${position}, ${answers.length} answers of ${expected.length}`);
  }
}

// What cannot be taken is told by its code.
const fault = await collegium.ask("nobody's", "position", {}).catch((error: unknown) => error);
if (!(fault instanceof Refused) || fault.fault.code !== "unknown_network") {
  throw new Error(`a network that is not held was answered: ${String(fault)}`);
}
const code = await collegium.end();
console.log(`TypeScript: ${stories.length} stories, ${equal} answers as expected, ${different} different`);
process.exitCode = different === 0 && equal > 0 && code === 0 ? 0 : 1;
