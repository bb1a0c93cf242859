/** The choices beside the first page, and the way out: a file that the user names, or the clipboard. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Copy, Save } from "lucide-react";
import { useState } from "react";
import type { Paper } from "../../bindings/Paper";
import type { Tones } from "../../bindings/Tones";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Radios, Switch } from "../../components/controls/Toggles";
import { toasts } from "../../components/overlays/toasts";
import { useKept } from "../../frame/kept";
import type { Printable } from "../../frame/printable";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { shell } from "../../host/shell";
import { useSentence } from "../../strings/sentences";
import { Look } from "./Look";
import css from "./press.module.css";
import { type Form, endings, fileNameOf, formNames, formsOf, isPaper, sheetsOf } from "./sheets";

export function PrintForm({ shown, onClose }: { shown: Printable; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const sentence = useSentence();
  const offers = sheetsOf(shown);
  const [sheet, setSheet] = useState(offers[0]?.id ?? "");
  const [wanted, setForm] = useKept<Form>(["press", "form"], "pdf");
  const [paper, setPaper] = useKept<Paper>(["press", "paper"], "a4");
  const [tones, setTones] = useKept<Tones>(["press", "tones"], "colour");
  const [names, setNames] = useState(false);
  const [path, setPath] = useState("");
  const offer = offers.find((one) => one.id === sheet) ?? offers[0];
  const forms = offer ? formsOf(offer) : [];
  const form = forms.includes(wanted) ? wanted : "pdf";
  const done = (said: string, missing: readonly string[] = []) => {
    onClose();
    return missing.length === 0 ? said : `${said}. ${t`${plural(missing.length, { one: "# character has no font", other: "# characters have no font" })}`}`;
  };
  const write = useWrite({
    run: async (to: string) => {
      if (!offer) return null;
      if (isPaper(form)) return { ...(await core.press.print({ what: offer.what, format: form, path: to, paper, tones, names })), joined: false };
      return offer.text && { missing: [], ...(await core.press.write({ what: offer.text, format: form, path: to, names })) };
    },
    done: (written) => written ? done(written.joined ? t`Written; what else stood in the file is still there` : t`Written`, written.missing) : undefined,
    undo: false,
  });
  if (!offer) return null;
  const ending = endings[form];
  const save = async () => {
    const name = fileNameOf(shown.title, ending);
    const to = shell.canPick() ? await shell.saveFile(t`Save the sheet`, name, [{ name: ending.toUpperCase(), extensions: [ending] }]) : path.trim();
    if (to) write.mutate(to);
  };
  const copy = async () => {
    if (isPaper(form) || !offer.text) return;
    try {
      await navigator.clipboard.writeText(await core.press.text({ what: offer.text, format: form, names }));
      toasts.say(t`Copied`);
    } catch (thrown) {
      toasts.say(sentence(thrown), { tone: "danger" });
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Look offer={offer} form={form} paper={paper} tones={tones} names={names} />
      <div className={css.choices}>
        <Select label={t`What`} options={offers.map((one) => ({ id: one.id, label: i18n._(one.name) }))} value={offer.id} onChange={setSheet} autoFocus />
        <Select label={t`As`} options={forms.map((id) => ({ id, label: i18n._(formNames[id].name), detail: i18n._(formNames[id].detail) }))} value={form} onChange={setForm} />
        {isPaper(form) && (
          <>
            <Radios label={t`Paper`} bar options={[{ id: "a4", label: t`A4` }, { id: "a3", label: t`A3` }]} value={paper} onChange={setPaper} />
            <Radios label={t`Ink`} bar options={[{ id: "colour", label: t`Colour` }, { id: "plain", label: t`Black and white` }]} value={tones} onChange={setTones} />
          </>
        )}
        {!offer.isBlank && (
          <Switch isSelected={names} onChange={setNames} hint={names ? t`People of your book are named. Mind who gets it.` : t`Counts and medians, nobody from your book by name.`}>{t`With names of people`}</Switch>
        )}
        {!shell.canPick() && <TextField label={t`Path of the new file`} value={path} onChange={setPath} />}
        <div className={css.deeds}>
          {!isPaper(form) && <Button icon={Copy} onPress={() => void copy()}>{t`Copy`}</Button>}
          <Button kind="primary" type="submit" icon={Save} keys="enter" isPending={write.isPending}>{write.isPending ? t`Writing…` : t`Save…`}</Button>
        </div>
      </div>
    </form>
  );
}
