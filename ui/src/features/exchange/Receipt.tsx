/** What an import did, in numbers that add up, and the way back. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import type { ImportReceipt } from "../../bindings/ImportReceipt";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { Notice } from "../../components/layout/States";
import { useFormat } from "../../frame/format";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { ProblemList } from "./ProblemList";
import css from "./exchange.module.css";

export function Receipt({ name, receipt, onClose }: { name: string; receipt: ImportReceipt; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const undo = useWrite({ run: (step: string) => core.vault.undo({ step }), undo: false });
  const { created, changed, same, problems } = receipt;
  const sum = created + changed + same + problems.length;
  const numbers = [
    [t`new people`, created],
    [t`people who got something added`, changed],
    [t`cards that said nothing new`, same],
    [t`left out`, problems.length],
  ] as const;
  const kept = undo.data ? format.number(undo.data.kept) : "";
  return (
    <section aria-labelledby="receipt">
      <SectionHead id="receipt" title={<bdi>{name}</bdi>} note={t`${plural(sum, { one: "one card in all", other: "# cards in all" })}`} />
      <Card>
        <Stack>
          {undo.data ? (
            <Notice tone="plain">{undo.data.kept > 0 ? t`Taken back, but for ${kept} people who were changed or spoken with since.` : t`Taken back: the book is as it was before.`}</Notice>
          ) : (
            <Notice tone="good">{t`It is in your book.`}</Notice>
          )}
          <dl className={css.numbers}>
            {numbers.map(([label, n]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{format.number(n)}</dd>
              </div>
            ))}
          </dl>
          <div className={css.deeds}>
            <Link to="/people" className={css.go}>{t`See your people`}</Link>
            {receipt.undo && !undo.data && (
              <Button icon={Undo2} onPress={() => receipt.undo && undo.mutate(receipt.undo)} isPending={undo.isPending}>{t`Undo this import`}</Button>
            )}
            <Button kind="quiet" onPress={onClose}>{t`Another file`}</Button>
          </div>
        </Stack>
      </Card>
      <ProblemList title={t`Left out`} problems={problems} />
    </section>
  );
}
