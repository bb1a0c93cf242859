/** All keys on one sheet, as "?" shows it. */
import { useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useState } from "react";
import { Switch } from "../components/controls/Toggles";
import { KeyHint } from "../components/marks/KeyHint";
import { Dialog } from "../components/overlays/Dialog";
import { useAction } from "../frame/actions";
import { useChoices } from "../frame/choices";
import { type KeyedAction, type KeyGroup, batchKeyHelp, canvasKeyHelp, guidedKeyHelp, journeyKeyHelp, keyedActions, listKeyHelp, presentKeyHelp } from "../frame/keys";
import { useSaveSettings } from "../frame/settings";
import css from "./KeyMap.module.css";

const groups: readonly [KeyGroup, MessageDescriptor][] = [
  ["anywhere", msg`Anywhere`],
  ["rooms", msg`Rooms`],
  ["lists", msg`Lists`],
  ["people", msg`A person`],
  ["drafts", msg`Drafts`],
  ["canvas", msg`Canvas`],
  ["guided", msg`Questions of the canvas`],
  ["present", msg`Presenting`],
  ["journeys", msg`Journeys`],
];
const all: readonly KeyedAction[] = [...Object.values(keyedActions), ...listKeyHelp, ...batchKeyHelp, ...canvasKeyHelp, ...guidedKeyHelp, ...presentKeyHelp, ...journeyKeyHelp];

export function KeyMap() {
  const { t, i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { letterKeys } = useChoices();
  const save = useSaveSettings();
  useAction("keys.show", () => setOpen(true));
  return (
    <Dialog title={t`Keys`} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t`Close`} size="l">
      <div className={css.groups}>
        {groups.map(([group, name]) => {
          const actions = all.filter((action) => action.group === group);
          return actions.length > 0 && (
            <section key={group} className={css.group}>
              <h3 className={css.name}>{i18n._(name)}</h3>
              <dl className={css.list}>
                {actions.map((action) => (
                  <div key={action.keys} className={css.line}>
                    <dt>{i18n._(action.label)}</dt>
                    <dd><span className="unseen">{action.keys}</span><KeyHint keys={action.keys} /></dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <Switch isSelected={letterKeys} onChange={(on) => save.mutate({ letterKeys: on })} hint={t`Off: only keys with ⌘ or Ctrl work outside fields.`}>
        {t`Single letters are shortcuts`}
      </Switch>
    </Dialog>
  );
}
