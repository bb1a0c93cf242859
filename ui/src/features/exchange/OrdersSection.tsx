/** Purchases from a table: choosing the file, and then what would become of its lines. */
import { useLingui } from "@lingui/react/macro";
import { FolderOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { shell } from "../../host/shell";
import css from "./exchange.module.css";
import { OrdersFile } from "./OrdersFile";

export function OrdersSection() {
  const { t } = useLingui();
  const [path, setPath] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const pick = async () => {
    const found = await shell.pickFile(t`Choose a table of purchases`, [{ name: t`Tables`, extensions: ["csv", "tsv", "txt"] }]);
    if (found) setPath(found);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) setPath(typed.trim());
  };
  if (path !== null) return <OrdersFile key={path} path={path} onClose={() => setPath(null)} />;
  return (
    <section aria-labelledby="orders">
      <SectionHead id="orders" title={t`Purchases`} note={t`a table of orders or invoices`} />
      <Card>
        <Stack>
          <p>{t`Each line finds its person by e-mail address, else by name and organisation. You see what will happen to each line before anything does; the same file twice adds nothing.`}</p>
          {shell.canPick() ? (
            <div className={css.deeds}><Button icon={FolderOpen} onPress={() => void pick()}>{t`Choose a table…`}</Button></div>
          ) : (
            <form className={css.typed} onSubmit={look}>
              <TextField label={t`Path of the table of purchases`} value={typed} onChange={setTyped} />
              <Button type="submit">{t`Look at the purchases`}</Button>
            </form>
          )}
        </Stack>
      </Card>
    </section>
  );
}
