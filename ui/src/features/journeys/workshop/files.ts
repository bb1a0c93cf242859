/** The files that others filled in, and what is wrong with one in a sentence. */
import { useLingui } from "@lingui/react/macro";
import type { WorkshopFile } from "../../../bindings/WorkshopFile";
import { toFailure } from "../../../host/failure";
import { shell } from "../../../host/shell";
import { useSentence } from "../../../strings/sentences";

/** What the core takes at most. */
export const MOST_FILES = 20;

export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Asks for a file by the system's dialog. */
export function usePickCopy(): () => Promise<WorkshopFile | null> {
  const { t } = useLingui();
  return async () => {
    const path = await shell.pickFile(t`A copy that was filled in`, [{ name: "JSON", extensions: ["json"] }]);
    return path === null ? null : { path };
  };
}

/** Which file, and why it is refused. */
export function useRefusal(): (thrown: unknown) => { file: number | null; why: string } {
  const { t } = useLingui();
  const sentence = useSentence();
  return (thrown) => {
    const { code, details } = toFailure(thrown);
    const file = typeof details["file"] === "number" ? details["file"] : null;
    const why = (): string => {
      if (code === "unknownFormat") return details["why"] === "version" ? t`A newer Rapport wrote this file. Update Rapport to read it.` : t`This is no copy of a journey map. It is written with “A copy to fill in…”.`;
      if (code === "tooLarge") return t`There is more in this file than a map can hold.`;
      if (code === "invalid") return t`Something in this file has no name, or a feeling in it is none.`;
      return sentence(thrown);
    };
    return { file, why: why() };
  };
}
