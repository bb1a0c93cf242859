/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { Draft } from "../../bindings/Draft";
import type { HandOver } from "../../bindings/HandOver";
import type { KeepQuiet } from "../../bindings/KeepQuiet";
import type { RefillDraft } from "../../bindings/RefillDraft";
import type { SaveDraft } from "../../bindings/SaveDraft";
import type { StartDraft } from "../../bindings/StartDraft";
import type { SnippetInput } from "../../bindings/SnippetInput";
import type { TemplateInput } from "../../bindings/TemplateInput";
import type { VoiceLineInput } from "../../bindings/VoiceLineInput";
import type { VoiceRuleInput } from "../../bindings/VoiceRuleInput";
import { core } from "../../host/core";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";

export const useStart = () => useWrite({ run: (input: StartDraft) => core.drafts.start(input), quietFailure: true });

/** Keeps what is typed. Nothing is said about it: it happens by itself. */
export const useSave = () => useWrite({ run: (input: SaveDraft) => core.drafts.save(input) });

export function useRemove() {
  const { t } = useLingui();
  return useWrite({ run: (draft: Draft) => core.drafts.remove({ id: draft.row.id }), done: () => t`Letter thrown away` });
}

/** The coach keeps quiet about something, in letters of a kind or in all. */
export function useKeepQuiet() {
  const { t } = useLingui();
  return useWrite({ run: (input: KeepQuiet) => core.drafts.keepQuiet(input), done: () => t`The coach keeps quiet about it. Settings shows what it keeps quiet about` });
}

export const useSpeakAgain = () => useWrite({ run: (id: string) => core.drafts.speakAgain({ id }) });

export const useSaveVoiceLine = () => useWrite({ run: (input: VoiceLineInput) => core.drafts.saveVoiceLine(input) });

export function useRemoveVoiceLine() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.drafts.removeVoiceLine({ id }), done: () => t`Taken out of the voice sheet` });
}

export function useSaveVoiceRule() {
  const { t } = useLingui();
  return useWrite({
    run: (input: VoiceRuleInput) => core.drafts.saveVoiceRule(input),
    done: ({ failed }) => (failed.length > 0 ? undefined : t`Rule kept`),
    quietFailure: true,
  });
}

export function useRemoveVoiceRule() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.drafts.removeVoiceRule({ id }), done: () => t`Rule taken out` });
}

export function useRefill() {
  const { t } = useLingui();
  return useWrite({
    run: (input: RefillDraft) => core.drafts.refill(input),
    done: ({ problem }) => (problem ? undefined : t`Filled again. What you typed stayed`),
    quietFailure: true,
  });
}

/** The caller tells a stop from a fault. */
export const useHandOver = () => useWrite({ run: (input: HandOver) => core.drafts.handOver(input), quietFailure: true });

export function useWent() {
  const { t } = useLingui();
  return useWrite({
    run: (draft: Draft) => core.drafts.went({ id: draft.row.id }),
    done: (_, draft) => {
      const name = isolated(draft.row.person.name);
      return t`It went. Logged with ${name}`;
    },
  });
}

export const useDidNotGo = () => useWrite({ run: (draft: Draft) => core.drafts.didNotGo({ id: draft.row.id }) });

export function useSaveTemplate() {
  const { t } = useLingui();
  return useWrite({
    run: (input: TemplateInput) => core.drafts.saveTemplate(input),
    done: ({ problem }) => (problem ? undefined : t`Template kept`),
    quietFailure: true,
  });
}

export function useRemoveTemplate() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.drafts.removeTemplate({ id }), done: () => t`Template taken out` });
}

export function useSaveSnippet() {
  const { t } = useLingui();
  return useWrite({ run: (input: SnippetInput) => core.drafts.saveSnippet(input), done: () => t`Words kept` });
}

export function useRemoveSnippet() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.drafts.removeSnippet({ id }), done: () => t`Words removed` });
}
