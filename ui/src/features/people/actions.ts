/** Writes of this room on people themselves; what hangs on a person is in `partActions.ts`. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { EditPerson } from "../../bindings/EditPerson";
import type { NewPerson } from "../../bindings/NewPerson";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useCreatePerson() {
  const { t } = useLingui();
  return useWrite({
    run: (input: NewPerson) => core.people.create(input),
    done: ({ row }) => {
      const name = isolated(row.name);
      return t`${name} is in the book`;
    },
    quietFailure: true,
  });
}

/** Says nothing when it worked: what was changed is in front of one's eyes. */
export function useEditPerson() {
  return useWrite({ run: (input: EditPerson) => core.people.edit(input) });
}

export interface ToMany {
  /** Finds out whom it is about: for "everyone" that takes a while. */
  whom: () => Promise<string[]>;
}

export function useBin() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ whom }: ToMany) => core.people.bin({ ids: await whom() }),
    done: (count) => t`${plural(count, { one: "# person is in the bin", other: "# people are in the bin" })}`,
  });
}

export function useRestore() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ whom }: ToMany) => core.people.restore({ ids: await whom() }),
    done: (count) => t`${plural(count, { one: "# person is back in the book", other: "# people are back in the book" })}`,
  });
}

export function useSetStage() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ whom, stage }: ToMany & { stage: string; label: string }) => core.people.setStage({ ids: await whom(), stage }),
    done: (count, { label }) => t`${plural(count, { one: "# person", other: "# people" })}: ${label}`,
  });
}

export function useTag() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ whom, tag }: ToMany & { tag: string }) => core.people.tag({ ids: await whom(), tag }),
    done: (count, { tag: plain }) => {
      const tag = isolated(plain);
      return t`${plural(count, { 0: `All of them carry “${tag}” already`, one: `# person tagged “${tag}”`, other: `# people tagged “${tag}”` })}`;
    },
  });
}

export function useUntag() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ whom, tag }: ToMany & { tag: string }) => core.people.untag({ ids: await whom(), tag }),
    done: (count, { tag: plain }) => {
      const tag = isolated(plain);
      return t`${plural(count, { 0: `None of them carried “${tag}”`, one: `“${tag}” taken off # person`, other: `“${tag}” taken off # people` })}`;
    },
  });
}
