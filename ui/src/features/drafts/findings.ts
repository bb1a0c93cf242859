/** What the coach says, in sentences: one for every check and variant, the ticks, and the words of the buttons. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CheckId } from "../../bindings/CheckId";

const nothing = { written: "", name: "", better: "", what: "", date: "", email: "", displayName: "" };
type Args = typeof nothing;

export interface Said {
  title: MessageDescriptor;
  reason: MessageDescriptor;
}

const same = (title: MessageDescriptor, reason: MessageDescriptor) => (): Said => ({ title, reason });

/** `date` comes as the reader writes days. */
const said: Record<string, (args: Args) => Said> = {
  "MC01.marker": ({ written }) => ({ title: msg`A mark is left in the letter`, reason: msg`“${written}” still waits to be filled in.` }),
  "MC01.note": ({ written }) => ({ title: msg`A note to yourself is left`, reason: msg`“${written}” would be read by them, too.` }),
  "MC01.blank": same(msg`A blank is left`, msg`Something was to be written here.`),
  "MC01.gap": same(msg`A word is missing`, msg`There is a hole where a value should stand.`),
  "MC01.badValue": ({ written }) => ({ title: msg`A machine’s word is in the letter`, reason: msg`“${written}” is what a program writes when it knows nothing.` }),
  "MC01.emptyGreeting": same(msg`The greeting greets nobody`, msg`The place of the name is empty.`),
  "MC01.subject": ({ written }) => ({ title: msg`The subject is not filled in`, reason: msg`“${written}” is left in it.` }),
  "MC03.noGreeting": ({ name }) => ({ title: msg`No greeting`, reason: msg`A letter to ${name} begins with their name.` }),
  "MC03.noName": ({ name }) => ({ title: msg`The greeting has no name`, reason: msg`Greet ${name}, not anybody.` }),
  "MC03.generic": ({ name }) => ({ title: msg`A greeting for anybody`, reason: name ? msg`They have a name: ${name}.` : msg`They have a name, and you know it.` }),
  "MC03.otherName": ({ written, name }) => ({ title: msg`Another name stands here`, reason: msg`It says “${written}”; the letter goes to ${name}.` }),
  "MC03.shortForm": ({ written, name }) => ({ title: msg`A short form they did not give you`, reason: msg`It says “${written}”; the book says ${name}.` }),
  "MC03.familyOnly": ({ written }) => ({ title: msg`Only the family name`, reason: msg`“${written}” alone sounds stiff. Say their first name too, or a title.` }),
  "MC04.marks": ({ written, name }) => ({ title: msg`The marks of the name are missing`, reason: msg`It says “${written}”; they write ${name}.` }),
  "MC04.letters": ({ written, name }) => ({ title: msg`The name is spelt wrong`, reason: msg`It says “${written}”; they write ${name}.` }),
  "MC06.we": ({ written, better }) => ({ title: msg`“${written}” → “${better}”`, reason: msg`Reads as one team standing behind the customer.` }),
  "MC10.undated": ({ what }) => ({ title: msg`A promise without a day`, reason: msg`“${what}”. Say by when, so that you can keep it.` }),
  "MC10.dated": ({ what, date }) => ({ title: msg`You promise this by ${date}`, reason: msg`“${what}”. Say what you can do, and keep it.` }),
  "MC13.none": same(msg`It leads nowhere yet`, msg`End with one small step they can take: a question, a day, a call.`),
  "MC16.noReply": ({ email }) => ({ title: msg`They could not answer`, reason: msg`${email} does not read replies. Put your own address in Settings.` }),
  "MC16.roleMailbox": ({ email }) => ({ title: msg`It comes from a desk, not from you`, reason: msg`${email} is nobody in particular. People answer people.` }),
  "MC16.displayName": ({ displayName }) => ({ title: msg`The sender is not a person’s name`, reason: msg`“${displayName}” would stand where your name should.` }),
  "MC24.erased": same(msg`They asked to be forgotten`, msg`Nothing is written to somebody who was erased.`),
  "MC24.minor": same(msg`They are a minor`, msg`Write to their parent or guardian.`),
  "MC24.doNotContact": same(msg`They asked not to be contacted`, msg`Only an answer to their own request may go.`),
  "MC24.channel": same(msg`They do not want to be written to this way`, msg`Choose a way they agreed to.`),
  "MC24.purpose": same(msg`They do not want letters of this kind`, msg`They said no to this purpose. Only an answer to their own request may go.`),
};

const unknown: Said = { title: msg`Something to look at`, reason: msg`Read this part once more.` };

export const sayingOf = (id: CheckId, variant: string, args: Readonly<Record<string, string>>): Said =>
  said[`${id}.${variant}`]?.({ ...nothing, ...args }) ?? unknown;

/** What a check that found nothing says. */
export const ticks: Record<CheckId, MessageDescriptor> = {
  MC01: msg`No gap is left`,
  MC03: msg`Greets them by name`,
  MC04: msg`The name is spelt right`,
  MC06: msg`Speaks as one team`,
  MC10: msg`Promises nothing without a day`,
  MC13: msg`Leads to a next step`,
  MC16: msg`Comes from a person`,
  MC24: msg`They may be written to this way`,
};

/** What a check is about, for lists of them. */
export const topicsOfChecks: Record<CheckId, MessageDescriptor> = {
  MC01: msg`gaps`,
  MC03: msg`the greeting`,
  MC04: msg`the name’s spelling`,
  MC06: msg`“we”`,
  MC10: msg`promises`,
  MC13: msg`the next step`,
  MC16: msg`the sender`,
  MC24: msg`permission`,
};

const fixes: Record<string, (text: string) => MessageDescriptor> = {
  replaceName: (text) => msg`Write ${text}`,
  insertName: () => msg`Put the name in`,
  insertGreeting: () => msg`Put a greeting in`,
  say: (text) => msg`Say “${text}”`,
  addQuestion: () => msg`Add a question`,
};

export const fixWords = (label: string, text: string): MessageDescriptor => fixes[label]?.(text) ?? msg`Put it right`;
