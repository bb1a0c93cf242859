/** A table of purchases: its columns, what would become of each line, the import, and its receipt. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Download, Undo2, X } from "lucide-react";
import { useState } from "react";
import type { OrdersOptions } from "../../bindings/OrdersOptions";
import type { OrdersReceipt } from "../../bindings/OrdersReceipt";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { Notice, Progress } from "../../components/layout/States";
import { useFormat } from "../../frame/format";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { toFailure } from "../../host/failure";
import { useSentence } from "../../strings/sentences";
import css from "./exchange.module.css";
import { nameOf } from "./file";
import { OrderRows } from "./OrderRows";
import { OrdersAsked } from "./OrdersAsked";
import { ProblemList } from "./ProblemList";
import { progressOf } from "./queries";

const previewOf = (path: string, options: OrdersOptions) =>
  queryOptions({
    queryKey: ["exchange", "orders", path, options],
    queryFn: () => core.exchange.previewPurchases({ path, options }),
    meta: { topics: ["people", "purchases"] },
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });

export function OrdersFile({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const [options, setOptions] = useState<OrdersOptions>({});
  const bring = useWrite({ run: () => core.exchange.importPurchases({ path, options }), undo: false, quietFailure: true });
  const preview = useQuery({ ...previewOf(path, options), enabled: !bring.isSuccess && !bring.isPending });
  const going = bring.isPending || preview.isFetching;
  const { data: progress } = useQuery(progressOf(going));
  const name = nameOf(path);
  if (bring.data) return <OrdersDone name={name} receipt={bring.data} onClose={onClose} />;
  const failure = bring.error ?? (preview.error ? toFailure(preview.error) : null);
  const [done, total] = [format.number(progress?.done ?? 0), format.number(progress?.total ?? 0)];
  const { data } = preview;
  const numbers: readonly [string, number][] = data
    ? [[t`purchases to be added`, data.added], [t`new people`, data.people], [t`known already`, data.same], [t`left out`, data.left + data.problems.length]]
    : [];
  return (
    <section aria-labelledby="orders-file">
      <SectionHead id="orders-file" title={<bdi>{name}</bdi>} note={<Button kind="quiet" size="s" icon={X} onPress={onClose}>{t`Another table`}</Button>} />
      <Card>
        <Stack>
          {failure && <Notice tone="danger">{sentence(failure)}</Notice>}
          {data && <OrdersAsked preview={data} options={options} onOptions={setOptions} />}
          {data && <Numbers numbers={numbers} />}
          {going && (
            <Progress
              label={bring.isPending ? t`Importing ${name}` : t`Reading ${name}`}
              done={progress?.done ?? 0}
              total={progress?.total ?? 0}
              text={progress && progress.total > 0 ? t`${done} of ${total}` : t`Reading…`}
              onStop={() => void core.vault.stop()}
              stopLabel={t`Stop`}
            />
          )}
          {data && !bring.isPending && (
            <div className={css.deeds}>
              <Button kind="primary" icon={Download} onPress={() => bring.mutate(undefined)} isDisabled={data.added === 0}>{t`Import the purchases`}</Button>
            </div>
          )}
        </Stack>
      </Card>
      {data && <OrderRows title={t`What will happen to each line`} rows={data.rows} />}
      {data && <ProblemList title={t`Left out`} problems={data.problems} />}
    </section>
  );
}

function OrdersDone({ name, receipt, onClose }: { name: string; receipt: OrdersReceipt; onClose: () => void }) {
  const { t } = useLingui();
  const undo = useWrite({ run: (step: string) => core.vault.undo({ step }), undo: false });
  const step = receipt.undo;
  return (
    <section aria-labelledby="orders-done">
      <SectionHead id="orders-done" title={<bdi>{name}</bdi>} />
      <Card>
        <Stack>
          {undo.data ? <Notice tone="plain">{t`Taken back: the purchases are gone again.`}</Notice> : <Notice tone="good">{t`The purchases are in your book.`}</Notice>}
          <Numbers numbers={[[t`purchases added`, receipt.added], [t`new people`, receipt.people], [t`known already`, receipt.same], [t`left out`, receipt.leftCount + receipt.problems.length]]} />
          <div className={css.deeds}>
            {step && !undo.data && <Button icon={Undo2} onPress={() => undo.mutate(step)} isPending={undo.isPending}>{t`Undo this import`}</Button>}
            <Button kind="quiet" onPress={onClose}>{t`Another table`}</Button>
          </div>
        </Stack>
      </Card>
      <OrderRows title={t`Left out`} rows={receipt.left} />
      <ProblemList title={t`Left out`} problems={receipt.problems} />
    </section>
  );
}

function Numbers({ numbers }: { numbers: readonly (readonly [string, number])[] }) {
  const format = useFormat();
  return (
    <dl className={css.numbers}>
      {numbers.map(([label, n]) => <div key={label}><dt>{label}</dt><dd>{format.number(n)}</dd></div>)}
    </dl>
  );
}
