/** The book as a file: for phones, for spreadsheets, for another Rapport. */
import { useLingui } from "@lingui/react/macro";
import { Upload } from "lucide-react";
import { useState } from "react";
import type { ExportFormat } from "../../bindings/ExportFormat";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { shell } from "../../host/shell";
import css from "./exchange.module.css";

const endings: Record<ExportFormat, string> = { vcard: "vcf", csv: "csv", csvRaw: "csv", purchases: "csv", json: "json" };

export function ExportSection() {
  const { t } = useLingui();
  const format = useFormat();
  const [kind, setKind] = useState<ExportFormat>("vcard");
  const [path, setPath] = useState("");
  const write = useWrite({
    run: (to: string) => core.exchange.export({ path: to, format: kind }),
    done: ({ people }) => {
      const count = format.number(people);
      return t`${count} people written`;
    },
    undo: false,
  });
  const ending = endings[kind];
  const begin = async () => {
    const to = shell.canPick() ? await shell.saveFile(t`Write the book to a file`, t`Rapport.${ending}`, [{ name: ending, extensions: [ending] }]) : path.trim();
    if (to) write.mutate(to);
  };
  return (
    <section aria-labelledby="export">
      <SectionHead id="export" title={t`Export`} note={t`a file that anybody can read who gets it`} />
      <Card>
        <div className={css.export}>
          <Select
            label={t`Format`}
            options={[
              { id: "vcard", label: t`vCard 4.0`, detail: t`phones, mail programs` },
              { id: "csv", label: t`Table (CSV)`, detail: t`spreadsheets; nothing in it can run` },
              { id: "csvRaw", label: t`Table, unchanged (CSV)`, detail: t`other programs` },
              { id: "purchases", label: t`Purchases (CSV)`, detail: t`spreadsheets; comes in again` },
              { id: "json", label: t`The whole book (JSON)`, detail: t`another Rapport takes it in as it is` },
            ]}
            value={kind}
            onChange={setKind}
          />
          {!shell.canPick() && <TextField label={t`Path of the new file`} value={path} onChange={setPath} />}
          <Button icon={Upload} onPress={() => void begin()} isPending={write.isPending}>{write.isPending ? t`Writing…` : t`Export…`}</Button>
        </div>
      </Card>
    </section>
  );
}
