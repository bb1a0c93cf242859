/** A template every book begins with: to be read, and copied when it should say something else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Copy, PenLine } from "lucide-react";
import type { TemplateRow } from "../../bindings/TemplateRow";
import { Button } from "../../components/controls/Button";
import { Chip } from "../../components/marks/Chip";
import { doAction } from "../../frame/actions";
import { useSaveTemplate } from "./actions";
import css from "./drafts.module.css";
import { useKindName } from "./kinds";
import { LetterEditor } from "./LetterEditor";
import { useLanguageName } from "./letterLanguages";
import own from "./templates.module.css";
import { useChips } from "./useChips";

export function StarterView({ template, onCopied }: { template: TemplateRow; onCopied: (after: readonly TemplateRow[]) => void }) {
  const { t } = useLingui();
  const kindName = useKindName();
  const languageName = useLanguageName();
  const save = useSaveTemplate();
  const chips = useChips();
  const { key, kind, language, title, subject, body } = template;
  const copy = () =>
    save.mutate({ kind, language, title: t`${title}, in our words`, subject, body }, { onSuccess: (saved) => saved.problem === null && onCopied(saved.templates) });
  return (
    <article className={css.desk} aria-label={title}>
      <header className={css.chips}>
        <h2 className={own.title}><bdi>{title}</bdi></h2>
        <Chip tone="accent">{kindName(kind)}</Chip>
        <Chip>{languageName(language)}</Chip>
        <span className={own.note}><Trans>Comes with Rapport</Trans></span>
      </header>
      <div className={css.sheet}>
        <div className={own.subject}>
          <LetterEditor label={t`Subject`} text={subject} onText={() => undefined} onLeave={() => undefined} language={language} hint="" waves={undefined} fields={undefined} isFinal pen={null} chips={chips} isOneLine />
        </div>
        <div className={css.text}>
          <LetterEditor
            label={t`Text`} text={body} onText={() => undefined} onLeave={() => undefined} language={language} hint=""
            waves={undefined} fields={undefined} isFinal pen={null} chips={chips}
          />
        </div>
      </div>
      <footer className={css.bar}>
        <div className={css.deeds}>
          <Button kind="primary" icon={Copy} isPending={save.isPending} onPress={copy}><Trans>Copy it and change it</Trans></Button>
          <Button icon={PenLine} onPress={() => doAction("drafts.new", { kind, template: key })}><Trans>Write with it</Trans></Button>
        </div>
      </footer>
    </article>
  );
}
