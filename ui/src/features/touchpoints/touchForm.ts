/** What one fills in about a touchpoint, and how it goes to the core. */
import type { Channel } from "../../bindings/Channel";
import type { Direction } from "../../bindings/Direction";
import type { EditTouchpoint } from "../../bindings/EditTouchpoint";
import type { LogTouchpoint } from "../../bindings/LogTouchpoint";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { dayAfter, dayOf } from "../../frame/clock";
import { type Feeling, feelingOf } from "../../strings/feelings";
import { joinNote, splitNote } from "./note";

/** `now` is the moment of saving. */
export type When = "now" | "yesterday" | "other";

export interface TouchForm {
  people: readonly NamedPerson[];
  channel: Channel;
  felt: Feeling | null;
  feltWord: string;
  note: string;
  when: When;
  /** `YYYY-MM-DD`; for `other`. */
  day: string;
  /** `HH:MM`; for everything but `now`. */
  time: string;
  direction: Direction;
  /** Empty: the person's own. */
  stage: string;
  loopStage: string;
  /** How long it took us; nothing: not said. */
  minutes: number | null;
}

const clockOf = (when: number) => {
  const date = new Date(when);
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
};

export function blankTouch(people: readonly NamedPerson[], channel: Channel, now: number): TouchForm {
  return {
    people, channel, felt: null, feltWord: "", note: "", when: "now", day: dayOf(now), time: clockOf(now), direction: "outbound", stage: "", loopStage: "", minutes: null,
  };
}

export function touchAsForm(touch: Touchpoint): TouchForm {
  const { people, channel, feltWord, direction, stage, loopStage, minutes } = touch;
  const felt = touch.felt === null ? null : feelingOf(touch.felt);
  return { people, channel, felt, feltWord, note: joinNote(touch), when: "other", day: dayOf(touch.at), time: clockOf(touch.at), direction, stage, loopStage, minutes };
}

/** When it was, or undefined for now; null when what was typed is no time. */
export function momentOf({ when, day, time }: Pick<TouchForm, "when" | "day" | "time">, now: number): number | undefined | null {
  if (when === "now") return undefined;
  const date = when === "yesterday" ? dayAfter(dayOf(now), -1) : day;
  const clock = /^\s*(\d{1,2})[:.h ]?(\d{2})?\s*$/.exec(time);
  const [hour, minute] = [Number(clock?.[1] ?? Number.NaN), Number(clock?.[2] ?? 0)];
  if (!(hour < 24 && minute < 60)) return null;
  const moment = new Date(`${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00`).getTime();
  return Number.isNaN(moment) ? null : moment;
}

export function formToLog(form: TouchForm, at: number | undefined): LogTouchpoint {
  const { title, text } = splitNote(form.note);
  return {
    people: form.people.map((person) => person.id),
    channel: form.channel,
    direction: form.direction,
    title,
    text,
    ...(at !== undefined && { at }),
    ...(form.felt !== null && { felt: form.felt, feltWord: form.feltWord.trim() }),
    ...(form.stage && { stage: form.stage }),
    ...(form.loopStage && { loopStage: form.loopStage }),
    ...(form.minutes !== null && { minutes: form.minutes }),
  };
}

/** Only what differs, so that a correction of one thing is a correction of one thing in the history. */
export function formToEdit(touch: Touchpoint, form: TouchForm, at: number | undefined): EditTouchpoint {
  const before = touchAsForm(touch);
  const { title, text } = splitNote(form.note);
  return {
    id: touch.id,
    ...(form.channel !== before.channel && { channel: form.channel }),
    ...(form.direction !== before.direction && { direction: form.direction }),
    ...(form.note !== before.note && { title, text }),
    ...(form.felt === null && before.felt !== null && { notFelt: true }),
    ...(form.felt !== null && form.felt !== before.felt && { felt: form.felt }),
    ...(form.felt !== null && form.feltWord !== before.feltWord && { feltWord: form.feltWord.trim() }),
    ...(form.stage !== before.stage && { stage: form.stage }),
    ...(form.loopStage !== before.loopStage && { loopStage: form.loopStage }),
    ...(form.minutes !== before.minutes && { minutes: form.minutes ?? 0 }),
    ...(at !== undefined && (form.day !== before.day || form.time !== before.time || form.when !== "other") && { at }),
  };
}
