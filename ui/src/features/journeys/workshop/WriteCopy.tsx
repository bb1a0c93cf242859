/** A copy of the map into a file: for the others to fill in, or back to whoever leads. */
import { useLingui } from "@lingui/react/macro";
import { Save } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import { Button } from "../../../components/controls/Button";
import { TextField } from "../../../components/controls/TextField";
import { Switch } from "../../../components/controls/Toggles";
import { Dialog } from "../../../components/overlays/Dialog";
import { useWrite } from "../../../frame/useWrite";
import { core } from "../../../host/core";
import { shell } from "../../../host/shell";
import css from "./join.module.css";

const FORM = "workshop-copy";

export function WriteCopy({ map, onClose }: { map: JourneyMap; onClose: () => void }) {
  const { t } = useLingui();
  const [by, setBy] = useState("");
  const [names, setNames] = useState(false);
  const [path, setPath] = useState("");
  const write = useWrite({
    run: (to: string) => core.press.writeWorkshop({ journey: map.id, by: by.trim(), names, path: to }),
    done: () => {
      onClose();
      return t`Written. Send the file to whoever is to fill it in, or back to whoever leads.`;
    },
    undo: false,
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const name = `${map.title.replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim() || t`Journey`}.json`;
    const to = shell.canPick() ? await shell.saveFile(t`Save the copy`, name, [{ name: "JSON", extensions: ["json"] }]) : path.trim();
    if (to) write.mutate(to);
  };
  return (
    <Dialog title={t`A copy to fill in`} isOpen onClose={onClose} closeLabel={t`Close`} size="s" footer={<Button kind="primary" type="submit" form={FORM} icon={Save} isPending={write.isPending}>{t`Save…`}</Button>}>
      <form id={FORM} className={css.form} onSubmit={(event) => void save(event)}>
        <p className={css.quiet}>{t`Stages, steps and feelings go into the file; nothing of your log does. Whoever gets it begins a map from it, fills it in, and writes a copy back.`}</p>
        <TextField label={t`Who filled it in`} hint={t`So that the others know whose view it is. May stay empty.`} value={by} onChange={setBy} autoFocus />
        <Switch isSelected={names} onChange={setNames} hint={names ? t`People of your book are named. Mind who gets it.` : t`Nobody from your book by name.`}>{t`With names of people`}</Switch>
        {!shell.canPick() && <TextField label={t`Path of the new file`} value={path} onChange={setPath} />}
      </form>
    </Dialog>
  );
}
