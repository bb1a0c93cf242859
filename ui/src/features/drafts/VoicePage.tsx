/** The voice of the firm: what it stands for, how its letters end, what it never does, and the rules that the coach reads by. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Plus } from "lucide-react";
import type { VoiceSheet } from "../../bindings/VoiceSheet";
import { Button } from "../../components/controls/Button";
import { ListRow } from "../../components/layout/ListRow";
import { SplitPane } from "../../components/layout/SplitPane";
import { Notice } from "../../components/layout/States";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { useKept } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import css from "./drafts.module.css";
import { voiceSheet } from "./queries";
import own from "./templates.module.css";
import { VoiceLines } from "./VoiceLines";
import { VoiceRuleForm } from "./VoiceRuleForm";
import { ruleKinds } from "./voiceWords";

/** Stand for the lines, and for a rule that is not saved yet. */
const LINES = "lines";
const NEW = "new";

export function VoicePage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: sheet, error } = useQuery(voiceSheet);
  const [shown, show] = useKept<string>(["drafts", "voice"], LINES);
  const rule = sheet?.rules.find(({ id }) => id === shown);
  return (
    <SplitPane
      filled
      listLabel={t`Voice`}
      list={
        <>
          <header className={css.listHead}>
            <div className={own.heads}>
              <Link to="/drafts" className={own.back}><ArrowLeft size={14} strokeWidth={1.75} aria-hidden /><Trans>Drafts</Trans></Link>
              <h1 className={css.listTitle}><Trans>Our voice</Trans></h1>
            </div>
            <Button icon={Plus} onPress={() => show(NEW)}><Trans>New rule</Trans></Button>
          </header>
          <div className={css.rows}>{sheet && <VoiceList sheet={sheet} active={shown === NEW ? NEW : (rule?.id ?? LINES)} onShow={show} />}</div>
        </>
      }
    >
      {error && <div className={css.pad}><Notice tone="danger">{sentence(error)}</Notice></div>}
      {sheet && <div className={css.pad}>{rule || shown === NEW ? <VoiceRuleForm key={rule?.id ?? NEW} kept={rule} onSaved={show} onGone={() => show(LINES)} /> : <VoiceLines lines={sheet.lines} />}</div>}
    </SplitPane>
  );
}

function VoiceList({ sheet, active, onShow }: { sheet: VoiceSheet; active: string; onShow: (id: string) => void }) {
  const { t, i18n } = useLingui();
  const count = sheet.lines.length;
  const rows = [
    { id: LINES, title: t`Values, endings, ethics`, text: count === 0 ? t`Nothing written yet` : t`${count} written` },
    ...sheet.rules.map(({ id, rule }) => ({ id, title: rule.words.join(", ") || i18n._(ruleKinds[rule.kind].name), text: rule.message })),
  ];
  const at = rows.findIndex(({ id }) => id === active);
  return (
    <VirtualList label={t`Rules`} pages={pagesOf(rows)} {...(at >= 0 && { active: at })} empty={null} onActive={(_, row) => row && row.id !== active && onShow(row.id)} onOpen={(row) => onShow(row.id)}>
      {(row) => <ListRow title={row.title} text={row.text} selected={row.id === active} />}
    </VirtualList>
  );
}
