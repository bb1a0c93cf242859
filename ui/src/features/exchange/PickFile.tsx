/** Choosing the file that comes in: by dialog, by dropping it on the window, or by its path. */
import { useLingui } from "@lingui/react/macro";
import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { EmptyState } from "../../components/layout/States";
import { shell } from "../../host/shell";
import { choose } from "./file";
import css from "./exchange.module.css";

export function PickFile() {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const pick = async () => {
    const path = await shell.pickFile(t`Choose a file of contacts`, [{ name: t`Contacts`, extensions: ["vcf", "vcard", "csv", "tsv", "txt", "json"] }]);
    if (path) choose(path);
  };
  return (
    <Card>
      <EmptyState
        title={t`Bring your people in`}
        text={t`Drop the file here that your phone, Google, Outlook, LinkedIn or another program wrote: vCard (.vcf) or a table (.csv). You see what will happen to each card before anything does.`}
      >
        {shell.canPick() ? (
          <Button kind="primary" icon={FolderOpen} onPress={() => void pick()}>{t`Choose a file…`}</Button>
        ) : (
          <form
            className={css.typed}
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim()) choose(typed.trim());
            }}
          >
            <TextField label={t`Path of the file`} value={typed} onChange={setTyped} />
            <Button kind="primary" type="submit">{t`Look at it`}</Button>
          </form>
        )}
      </EmptyState>
    </Card>
  );
}
