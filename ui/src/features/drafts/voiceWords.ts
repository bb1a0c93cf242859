/** The kinds of rules and lines of the voice sheet, in words. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { VoiceLineKind } from "../../bindings/VoiceLineKind";
import type { VoiceRule } from "../../bindings/VoiceRule";
import type { VoiceRuleKind } from "../../bindings/VoiceRuleKind";

interface KindWords {
  name: MessageDescriptor;
  /** What it does. */
  does: MessageDescriptor;
  /** What to write into the field of words. */
  words: MessageDescriptor;
}

export const ruleKinds: Record<VoiceRuleKind, KindWords> = {
  existence: { name: msg`Words that are not ours`, does: msg`Each of them is marked wherever it stands.`, words: msg`Words or phrases, one a line` },
  substitution: { name: msg`Say it another way`, does: msg`Each is marked, and one press puts yours in its place.`, words: msg`What is not to be said, one a line` },
  occurrence: { name: msg`Not too often`, does: msg`Marked when a letter says it more often than that.`, words: msg`Words or phrases, one a line` },
  repetition: { name: msg`The same word twice`, does: msg`Marked when a word stands twice in a row. Without words: any word.`, words: msg`Only these words, one a line` },
  consistency: { name: msg`One way of writing it`, does: msg`A letter keeps to the way that it used first.`, words: msg`The ways to write it, one a line` },
  conditional: { name: msg`This wants that`, does: msg`Where one of these stands, the other has to stand as well.`, words: msg`Where one of these stands, one a line` },
};

export const lineKinds: Record<VoiceLineKind, { name: MessageDescriptor; hint: MessageDescriptor; add: MessageDescriptor }> = {
  value: { name: msg`What we stand for`, hint: msg`In a few words each, as you would say it to somebody new.`, add: msg`A value` },
  signOff: { name: msg`How our letters end`, hint: msg`The coach hints at other endings once there is one here.`, add: msg`An ending` },
  ethics: { name: msg`What we never do`, hint: msg`For you to read before you write.`, add: msg`A line` },
};

export const emptyRule: VoiceRule = { kind: "existence", warns: false, message: "", words: [], wanted: "", most: 1, exceptions: [], bad: [], good: [] };
