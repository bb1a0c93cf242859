/** What the others filled in: their files, and the table of steps by person from which one takes what is to hold. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileInput, X } from "lucide-react";
import { useState } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import type { WorkshopFile } from "../../../bindings/WorkshopFile";
import type { WorkshopTable } from "../../../bindings/WorkshopTable";
import { Button } from "../../../components/controls/Button";
import { TextArea } from "../../../components/controls/TextArea";
import { SectionHead } from "../../../components/layout/Heads";
import { Notice } from "../../../components/layout/States";
import { toasts } from "../../../components/overlays/toasts";
import { shell } from "../../../host/shell";
import { workshopTable } from "../queries";
import { MOST_FILES, nameOf, usePickCopy, useRefusal } from "./files";
import css from "./join.module.css";
import { VoicesTable } from "./VoicesTable";

export function Joined({ map }: { map: JourneyMap }) {
  const { t } = useLingui();
  const [files, setFiles] = useState<readonly WorkshopFile[]>([]);
  const pick = usePickCopy();
  const refusal = useRefusal();
  const table = useQuery({ ...workshopTable(map.id, files), enabled: files.length > 0, placeholderData: keepPreviousData });
  const refused = files.length > 0 && table.error ? refusal(table.error) : null;
  const { file: number, why } = refused ?? { file: null, why: "" };
  const add = (file: WorkshopFile | null) => {
    if (!file) return;
    if (files.some((one) => (one.path ?? one.text) === (file.path ?? file.text))) toasts.say(t`This file is there already`);
    else setFiles([...files, file]);
  };
  const without = (at: number) => setFiles(files.filter((_, i) => i !== at));
  const data: WorkshopTable | undefined = files.length > 0 && !refused ? table.data : undefined;
  const whole = data?.voices.length === files.length ? data : undefined;
  return (
    <section>
      <SectionHead title={t`What the others filled in`} count={files.length > 0 && String(files.length)} />
      <ul className={css.files}>
        {files.map((file, i) => {
          const number = i + 1;
          const name = whole?.voices[i]?.by || (file.path ? nameOf(file.path) : t`Copy ${number}`);
          return (
            <li key={`${i} ${file.path ?? ""}`} className={css.file}>
              <bdi>{name}</bdi>
              {whole?.voices[i]?.other && <span className={css.other}>{t`of another map`}</span>}
              <Button kind="quiet" size="s" icon={X} aria-label={t`Leave out ${name}`} onPress={() => without(i)} />
            </li>
          );
        })}
      </ul>
      {refused && <Notice tone="warn" end={number !== null && <Button size="s" onPress={() => without(number - 1)}>{t`Leave it out`}</Button>}>{number === null ? why : t`File ${number}: ${why}`}</Notice>}
      {files.length < MOST_FILES && <Add onPick={() => void pick().then(add)} onText={(text) => add({ text })} />}
      {whole && <VoicesTable key={files.length} map={map} files={files} table={whole} onDone={() => setFiles([])} />}
      {files.length === 0 && <p className={css.quiet}>{t`Choose the files that came back. Each step then stands here with what everybody feels about it, and you take the middle, one person’s word, or nothing.`}</p>}
      {files.length > 1 && whole && <p className="unseen" role="status">{t`${plural(files.length, { one: "# file", other: "# files" })} beside the map`}</p>}
    </section>
  );
}

function Add({ onPick, onText }: { onPick: () => void; onText: (text: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [pastes, paste] = useState(false);
  const put = () => {
    onText(text);
    setText("");
    paste(false);
  };
  return (
    <div className={css.add}>
      {shell.canPick() && <Button icon={FileInput} onPress={onPick}>{t`Add a file…`}</Button>}
      {!pastes && <Button kind="quiet" onPress={() => paste(true)}>{t`Paste one`}</Button>}
      {pastes && (
        <div className={css.paste}>
          <TextArea label={t`What stands in the file`} value={text} onChange={setText} rows={4} autoFocus />
          <Button isDisabled={text.trim() === ""} onPress={put}>{t`Put it beside the map`}</Button>
        </div>
      )}
    </div>
  );
}
