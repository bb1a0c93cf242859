/** What each step is called where it can be undone. The core names steps by a key, because it speaks no language. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Step } from "../host/commands";

const names: Readonly<Record<string, MessageDescriptor>> = {
  createPerson: msg`add {subject}`,
  editPerson: msg`edit {subject}`,
  deletePerson: msg`delete {subject}`,
  mergePeople: msg`merge {subject}`,
  logTouchpoint: msg`log a touchpoint with {subject}`,
  importFile: msg`import {subject}`,
};

/** "log a touchpoint with Ana"; a step without a name of its own is "the last change". */
export function useStepName(): (step: Step) => string {
  const { _ } = useLingui();
  return ({ name, subject }) => {
    const known = names[name];
    if (known) return _({ ...known, values: { subject } });
    return _(msg`the last change`);
  };
}
