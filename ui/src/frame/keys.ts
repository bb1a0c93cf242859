/** Every action that has a key, in one place: the keyboard map shows this list, and a test holds that no key means two things. */
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";

export type KeyGroup = "anywhere" | "rooms" | "people" | "lists" | "drafts" | "canvas" | "guided" | "present" | "journeys";

export interface KeyedAction {
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
  label: MessageDescriptor;
  group: KeyGroup;
}

export const keyedActions = {
  "palette.open": { keys: "mod+k", label: msg`Find anything, do anything`, group: "anywhere" },
  "touchpoints.log": { keys: "t", label: msg`Log a touchpoint`, group: "anywhere" },
  "promises.add": { keys: "a", label: msg`Add a task`, group: "anywhere" },
  "gestures.give": { keys: "f", label: msg`Note a gesture`, group: "anywhere" },
  "people.add": { keys: "n", label: msg`Add a person`, group: "anywhere" },
  "segments.new": { keys: "mod+shift+s", label: msg`Make a segment`, group: "anywhere" },
  "press.print": { keys: "mod+p", label: msg`Print or export…`, group: "anywhere" },
  "press.letter": { keys: "mod+shift+p", label: msg`Put on paper: a card, an envelope, labels…`, group: "anywhere" },
  "press.take": { keys: "mod+shift+m", label: msg`Take notes from Markdown…`, group: "canvas" },
  "steps.undo": { keys: "mod+z", label: msg`Undo`, group: "anywhere" },
  "steps.redo": { keys: "mod+shift+z", label: msg`Redo`, group: "anywhere" },
  "vault.lock": { keys: "mod+l", label: msg`Lock`, group: "anywhere" },
  "keys.show": { keys: "?", label: msg`Show all keys`, group: "anywhere" },
  "today.go": { keys: "mod+1", label: msg`Go to Today`, group: "rooms" },
  "promises.go": { keys: "mod+shift+a", label: msg`Go to everything to do`, group: "rooms" },
  "expectations.go": { keys: "mod+shift+e", label: msg`Go to what people may expect`, group: "rooms" },
  "people.go": { keys: "mod+2", label: msg`Go to People`, group: "rooms" },
  "segments.go": { keys: "mod+3", label: msg`Go to Segments`, group: "rooms" },
  "canvas.go": { keys: "mod+4", label: msg`Go to the canvas`, group: "rooms" },
  "communities.go": { keys: "mod+shift+g", label: msg`Go to the communities`, group: "rooms" },
  "journeys.go": { keys: "mod+j", label: msg`Go to the journeys`, group: "rooms" },
  "feedback.go": { keys: "mod+7", label: msg`Go to Feedback`, group: "rooms" },
  "gestures.go": { keys: "mod+8", label: msg`Go to Gestures`, group: "rooms" },
  "plans.go": { keys: "mod+6", label: msg`Go to Plans`, group: "rooms" },
  "drafts.go": { keys: "mod+5", label: msg`Go to Drafts`, group: "rooms" },
  "templates.go": { keys: "mod+shift+d", label: msg`Go to the templates`, group: "rooms" },
  "voice.go": { keys: "mod+shift+y", label: msg`Go to your voice`, group: "rooms" },
  "exchange.go": { keys: "mod+i", label: msg`Go to Import and export`, group: "rooms" },
  "settings.go": { keys: "mod+,", label: msg`Go to Settings`, group: "rooms" },
  "person.edit": { keys: "e", label: msg`Edit the person`, group: "people" },
  "person.write": { keys: "w", label: msg`Write to the person`, group: "people" },
  "feedback.doubt": { keys: "o", label: msg`Note a doubt of the person`, group: "people" },
  "feedback.clear": { keys: "c", label: msg`Clear the oldest doubt`, group: "people" },
  "today.snooze": { keys: "s", label: msg`Snooze`, group: "people" },
  "list.filter": { keys: "/", label: msg`Filter the list`, group: "lists" },
  "canvas.guide": { keys: "g", label: msg`Go through the questions`, group: "canvas" },
  "sheet.present": { keys: "p", label: msg`Present the canvas or the journey`, group: "canvas" },
  "drafts.new": { keys: "d", label: msg`Start a letter`, group: "drafts" },
  "drafts.many": { keys: "mod+shift+b", label: msg`Write to a segment`, group: "drafts" },
  "batch.approve": { keys: "mod+shift+enter", label: msg`Approve the letter of a batch, and go to the next`, group: "drafts" },
  "batch.hold": { keys: "mod+shift+h", label: msg`Put the letter of a batch aside`, group: "drafts" },
  "templates.save": { keys: "mod+s", label: msg`Save the template`, group: "drafts" },
  "drafts.snippets": { keys: "mod+shift+x", label: msg`Put in words that are needed again and again`, group: "drafts" },
  "coach.mend": { keys: "mod+.", label: msg`Put right what the coach found here, or show the next`, group: "drafts" },
  "drafts.open": { keys: "mod+enter", label: msg`Open the draft in the mail program`, group: "drafts" },
} as const satisfies Record<string, KeyedAction>;

export type ActionId = keyof typeof keyedActions;

/** Keys that a list answers to by itself, for the keyboard map only. */
export const listKeyHelp: readonly KeyedAction[] = [
  { keys: "arrowup", label: msg`One up`, group: "lists" },
  { keys: "arrowdown", label: msg`One down`, group: "lists" },
  { keys: "PgUp", label: msg`A page up`, group: "lists" },
  { keys: "PgDn", label: msg`A page down`, group: "lists" },
  { keys: "enter", label: msg`Open`, group: "lists" },
  { keys: "space", label: msg`Pick, or pick one more`, group: "lists" },
  { keys: "escape", label: msg`One step back`, group: "anywhere" },
];

/** Keys that the sheet of the canvas answers to by itself. */
export const canvasKeyHelp: readonly KeyedAction[] = [
  { keys: "tab", label: msg`Onto the sheet, and off it`, group: "canvas" },
  { keys: "arrows", label: msg`To the next note or block`, group: "canvas" },
  { keys: "home", label: msg`To the block itself`, group: "canvas" },
  { keys: "end", label: msg`To its last note`, group: "canvas" },
  { keys: "n", label: msg`New note`, group: "canvas" },
  { keys: "enter", label: msg`Change the note`, group: "canvas" },
  { keys: "m", label: msg`Move to another block`, group: "canvas" },
  { keys: "l", label: msg`What belongs with the note`, group: "canvas" },
  { keys: "alt+arrowup", label: msg`Up in its block`, group: "canvas" },
  { keys: "alt+arrowdown", label: msg`Down in its block`, group: "canvas" },
  { keys: "b", label: msg`Where its figures come from`, group: "canvas" },
  { keys: "e", label: msg`How sure you are of it`, group: "canvas" },
  { keys: "delete", label: msg`Put it away`, group: "canvas" },
  { keys: "escape", label: msg`Leave the text as it was`, group: "canvas" },
];

/** Keys on the way through the questions of the canvas. */
export const guidedKeyHelp: readonly KeyedAction[] = [
  { keys: "mod+enter", label: msg`Next question`, group: "guided" },
  { keys: "PgDn", label: msg`Next question`, group: "guided" },
  { keys: "PgUp", label: msg`Question before`, group: "guided" },
  { keys: "enter", label: msg`Add what is typed as a note`, group: "guided" },
  { keys: "escape", label: msg`To the sheet; everything is kept`, group: "guided" },
];

/** Keys while a canvas or a journey is presented. */
export const presentKeyHelp: readonly KeyedAction[] = [
  { keys: "arrowright", label: msg`Next`, group: "present" },
  { keys: "space", label: msg`Next`, group: "present" },
  { keys: "arrowleft", label: msg`Back`, group: "present" },
  { keys: "home", label: msg`The first one`, group: "present" },
  { keys: "end", label: msg`The whole`, group: "present" },
  { keys: "f", label: msg`Full screen, where the system allows it`, group: "present" },
  { keys: "escape", label: msg`End`, group: "present" },
];

/** Keys that the list of a batch answers to by itself. */
export const batchKeyHelp: readonly KeyedAction[] = [
  { keys: "j", label: msg`Next letter of the batch`, group: "drafts" },
  { keys: "k", label: msg`Letter before`, group: "drafts" },
  { keys: "enter", label: msg`Approve the letter that is open`, group: "drafts" },
  { keys: "e", label: msg`Write on the letter that is open`, group: "drafts" },
  { keys: "h", label: msg`Put the letter that is open aside`, group: "drafts" },
];

/** Keys that a journey map answers to by itself. */
export const journeyKeyHelp: readonly KeyedAction[] = [
  { keys: "n", label: msg`New step`, group: "journeys" },
  { keys: "enter", label: msg`Change the step`, group: "journeys" },
  { keys: "alt+arrowleft", label: msg`One to the left`, group: "journeys" },
  { keys: "alt+arrowright", label: msg`One to the right`, group: "journeys" },
  { keys: "delete", label: msg`Remove it`, group: "journeys" },
];
