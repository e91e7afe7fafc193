// Compares one pack's timeline as Mermaid, markwhen and TimelineJS with its own JSON, all in the working folder.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { parse } from '@markwhen/parser';

// Mermaid wants a document, and decodes its entities through one.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

const pack = process.argv[2];
const read = (format) => readFileSync(`${format}.out`, 'utf8');
const events = JSON.parse(read('json')).events;
const faults = [];
const count = (format, got, wanted = events.length) => {
  if (got !== wanted) faults.push(`${format}: ${got} of ${wanted} events`);
};
const has = (format, texts) => {
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  for (const { id, title } of events) {
    if (!texts.some((text) => words(text).includes(words(title)))) faults.push(`${format}: \`${id}\` has lost its title`);
  }
};

// Mermaid: its tasks are the periods, each with one event. A task is drawn once for each section of its name.
mermaid.initialize({ startOnLoad: false });
await mermaid.parse(read('mermaid'));
const diagram = await mermaid.mermaidAPI.getDiagramFromText(read('mermaid'));
const tasks = diagram.db.getTasks();
const sections = diagram.db.getSections();
const decoded = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
count('mermaid', tasks.length);
has('mermaid', tasks.flatMap((task) => task.events.map(decoded)));
if (tasks.some((task) => task.events.length !== 1)) faults.push('mermaid: a period without exactly one event');
if (new Set(sections).size !== sections.length) faults.push('mermaid: a section that is drawn twice');
if (sections.length && tasks.some((task) => !sections.includes(task.section))) faults.push('mermaid: an event outside all sections is not drawn');

// markwhen: events of the document, and comments for those beyond its years.
const text = read('markwhen');
const found = [];
const walk = (node) => (node.children ? node.children.forEach(walk) : found.push(node));
const document_ = parse(text);
walk(document_.events);
const comments = text.split('\n').filter((line) => line.startsWith('// '));
count('markwhen', found.length, events.length - comments.length);
has('markwhen', text.split('\n'));
const today = new Date().toISOString().slice(0, 10);
for (const event of found) {
  const { fromDateTimeIso: from, toDateTimeIso: to } = event.dateRangeIso;
  const lasts = event.firstLine.datePart.endsWith('now');
  if (from.startsWith(today) || (to.startsWith(today) && !lasts)) faults.push(`markwhen: ${event.firstLine.datePart} reads as today`);
  if (new Date(from) > new Date(to)) faults.push(`markwhen: ${event.firstLine.datePart} ends before it begins`);
}
if (document_.parseMessages?.length) faults.push(`markwhen: ${JSON.stringify(document_.parseMessages)}`);

// TimelineJS: its checks of an event, by its source (3.9.11): a headline, a start with a year, whole numbers, no year 0.
const timeline = JSON.parse(read('timelinejs'));
count('timelinejs', timeline.events.length);
const keys = { year: [-Infinity, Infinity], month: [1, 12], day: [1, 31], hour: [0, 23], minute: [0, 59], second: [0, 60] };
const date = (name, date) => {
  for (const [key, value] of Object.entries(date)) {
    const [least, most] = keys[key] ?? [1, 0];
    if (!Number.isInteger(value) || value < least || value > most || (key === 'year' && value === 0)) faults.push(`timelinejs: ${name}: ${key} ${value}`);
  }
  if (!('year' in date)) faults.push(`timelinejs: ${name}: no year`);
  if (Math.abs(date.year) > 271820 && timeline.scale !== 'cosmological') faults.push(`timelinejs: ${name}: beyond the human scale`);
};
const ids = new Set();
for (const event of timeline.events) {
  date(event.unique_id, event.start_date ?? {});
  if (event.end_date) date(event.unique_id, event.end_date);
  if (!event.text.headline || !event.display_date) faults.push(`timelinejs: ${event.unique_id} has no headline or date`);
  ids.add(event.unique_id);
}
for (const era of timeline.eras ?? []) [era.start_date, era.end_date].forEach((end) => date(era.text.headline, end));
if (ids.size !== events.length) faults.push('timelinejs: ids come twice');

for (const fault of faults) console.error(`${pack}: ${fault}`);
console.log(`${pack}: ${events.length} events; mermaid ${tasks.length}, markwhen ${found.length} and ${comments.length} as comments, timelinejs ${timeline.events.length}`);
process.exit(faults.length ? 1 : 0);
