const list = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What assessing says beyond the form itself: the line, the rules as they apply, drafts that keep themselves, second ratings. */
export const deskAssess = {
  line: 'In one line',
  lineHint:
    'Level, date, confidence, why, address, title: “lim 2026-05 med The decree is out. https://… Decree 12”. The fields below fill as you type; “!” after the level says that measures go against it.',
  sourceHint: (n: number, items: number) =>
    `A pasted address finds its source among the ${n} on record, or begins a new one. Or type a word of the title and pick${items === 0 ? '.' : '; “Item …” brings an item of evidence with all that it says.'}`,
  item: 'An item on record. Its place, kind, origin, date and excerpt come with it: leave those below empty.',
  file: {
    summary: 'A file that shows it',
    hint: 'PDF, PNG, JPEG, WebP, HTML or DOCX, up to 20 MB. You can also drop it on this item. It is kept as soon as the form is sent.',
    kept: (name: string) =>
      `“${name}” is kept. With what this item says it becomes an item of evidence when you submit.`,
    attach: 'Make an item of evidence of it',
    detach: 'Leave the file out',
    otherItem:
      'An item on record is named here and has its own file. Name a source in its place, or leave the file out.',
  },
  found: (title: string) => `On record: ${title}.`,
  fresh: (site: string) =>
    `A page of ${site} that is not on record yet: give its title, and what else is empty below.`,
  keys: 'Ctrl Enter submits. Esc closes and keeps the draft.',
  panel: (ref: string) => `Assess ${ref}`,
  close: 'Close',
  fullPage: 'Open as a page',
  submitted: (ref: string) => `${ref} was submitted for review.`,
  rules: {
    heading: 'Rules that apply now',
    stops: 'Stops:',
    tells: 'Note:',
    draftLaw: (stops: boolean, items: readonly number[]) => ({
      says: stops
        ? `item ${list(items.map(String))} is a draft law and nothing else supports this level: it caps at limited progress.`
        : `only a draft law supports this (item ${list(items.map(String))}): it counts up to limited progress and no further.`,
      why: 'A draft can be changed or dropped, and nobody is protected by it yet (rule of the scale, “limited”).',
    }),
    twoOrigins: (stops: boolean, origins: readonly string[]) => ({
      says: stops
        ? `full implementation needs supporting items of two independent origins; ${origins.length === 0 ? 'none counts yet' : `now only ${list(origins)} counts`}.`
        : `full implementation rests on ${list(origins)}.`,
      why: 'One voice, least of all the government’s own, is not enough for “everything asked is in force and applied” (rule of the scale, “full”).',
    }),
    contrary: {
      says: 'measures against it go with a level, not with what stands in its place.',
      why: 'Direction is said beside a level (rule of the scale, “contrary”).',
    },
    future: (until: string) => ({
      says: `this date has not come; it can be recorded from ${until} on.`,
      why: 'A finding says what has happened, not what is planned.',
    }),
    lastDay: (day: string) => ({
      says: `it counts from ${day}, the last day that this date allows.`,
      why: 'Nothing is counted before it is sure to have happened.',
    }),
    older: (inForce: string) => ({
      says: `this is before the finding in force (${inForce}), which stays in force: this one fills the time before it.`,
      why: 'It changes what the record says of the days in between, not what it says of today.',
    }),
    stale: (day: string, passed: boolean) => ({
      says: passed
        ? `it was current until ${day}, and counts as out of date today.`
        : `it counts as current until ${day}.`,
      why: 'A level grows out of date after the review interval of its recommendation.',
    }),
  },
  draft: {
    kept: (time: string) => `Draft kept at ${time}.`,
    away: (time: string) =>
      `Not kept since ${time}: the server does not answer. It is tried again all the time; leave this page open.`,
    back: 'The draft is kept again.',
    other: 'This form is not kept by itself, because you have another draft of this recommendation.',
    moved:
      'This draft was changed in another window. Nothing typed here is lost: choose which of the two to go on with.',
    movedTitle: 'Two versions of your draft',
    there: 'In the other window',
    here: 'On this form',
    keepHere: 'Go on with what is on this form',
    takeThere: 'Go on with the other',
    gone: 'It was submitted or discarded there.',
    field: 'Field',
  },
} as const
