/** Where a vault lies: typed, or chosen where the host can ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import { FolderOpen } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { shell } from "../../host/shell";

export function FolderField({ value, onChange, hint, error }: { value: string; onChange: (path: string) => void; hint?: string; error?: string | null }) {
  const { t } = useLingui();
  const choose = async () => {
    const path = await shell.pickFolder();
    if (path !== null) onChange(path);
  };
  return (
    <TextField
      label={t`Folder`}
      value={value}
      onChange={onChange}
      error={error}
      spellCheck="false"
      {...(hint && { hint })}
      end={shell.canPick() && <Button kind="quiet" size="s" icon={FolderOpen} onPress={() => void choose()}><Trans>Choose…</Trans></Button>}
    />
  );
}
