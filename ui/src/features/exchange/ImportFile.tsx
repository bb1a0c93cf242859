/** One file: what it is, what would become of each card, the import itself, and its receipt. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useState } from "react";
import type { ReadOptions } from "../../bindings/ReadOptions";
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
import { FileFacts } from "./FileFacts";
import { nameOf } from "./file";
import { PreviewRows } from "./PreviewRows";
import { ProblemList } from "./ProblemList";
import { previewOf, progressOf } from "./queries";
import { Receipt } from "./Receipt";
import css from "./exchange.module.css";

export function ImportFile({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const [options, setOptions] = useState<ReadOptions>({});
  const bring = useWrite({ run: () => core.exchange.import({ path, options }), undo: false, quietFailure: true });
  const preview = useQuery({ ...previewOf(path, options), enabled: !bring.isSuccess && !bring.isPending });
  const going = bring.isPending || preview.isFetching;
  const { data: progress } = useQuery(progressOf(going));
  const name = nameOf(path);
  if (bring.data) return <Receipt name={name} receipt={bring.data} onClose={onClose} />;
  const cards = preview.data ? preview.data.created + preview.data.changed + preview.data.same : 0;
  const failure = bring.error ?? (preview.error ? toFailure(preview.error) : null);
  const done = progress ? format.number(progress.done) : "";
  const total = progress ? format.number(progress.total) : "";
  return (
    <section aria-labelledby="file-name">
      <SectionHead
        id="file-name"
        title={<bdi>{name}</bdi>}
        note={<Button kind="quiet" size="s" icon={X} onPress={onClose}>{t`Another file`}</Button>}
      />
      <Card>
        <Stack>
          {failure && <Notice tone="danger">{sentence(failure)}</Notice>}
          {preview.data && <FileFacts preview={preview.data} options={options} onOptions={setOptions} />}
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
          {preview.data && !bring.isPending && (
            <div className={css.deeds}>
              <Button kind="primary" icon={Download} onPress={() => bring.mutate(undefined)} isDisabled={cards === 0 || preview.data.created + preview.data.changed === 0}>
                {t`Import`}
              </Button>
              {preview.data.created + preview.data.changed === 0 && <span>{t`Everything in this file is in your book already.`}</span>}
            </div>
          )}
        </Stack>
      </Card>
      {preview.data && <PreviewRows preview={preview.data} />}
      {preview.data && <ProblemList title={t`Left out`} problems={preview.data.problems} />}
      {preview.data && <ProblemList title={t`Read in part`} problems={preview.data.remarks} />}
    </section>
  );
}
