/** One question: its answer, where it is found, and each time that it was asked. Everything is changed where it stands. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MessageCircleQuestion, Trash2, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import type { CustomerQuestion } from "../../bindings/CustomerQuestion";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useRemoveAsking, useRemoveQuestion, useSaveQuestion } from "./actions";
import { AskDialog } from "./AskDialog";
import css from "./feedback.module.css";
import { questionOf } from "./queries";
import { SaidWhere } from "./SaidWhere";

export function QuestionCard({ question }: { question: CustomerQuestion }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveQuestion();
  const remove = useRemoveQuestion();
  const [asking, ask] = useState(false);
  const [showsAll, showAll] = useState(false);
  const { id, text, answer, foundAt, asked, lastAsked, gap } = question;
  const name = isolated(text);
  const when = lastAsked === null ? "" : format.fullDay(lastAsked);
  const times = t`${plural(asked, { one: "asked once", other: "asked # times" })}`;
  const keep = (part: string) => ["feedback", "question", id, part];
  return (
    <Card label={text}>
      <div className={css.question}>
        <h2 className={css.asks}><InPlace needed label={t`The question`} value={text} keep={keep("text")} placeholder={t`What do they ask?`} onSave={(to) => save.mutate({ id, text: to })} /></h2>
        <p className={css.facts}>
          {gap && <span className={css.mark}><Chip tone="warn" icon={TriangleAlert}>{t`a gap: found nowhere`}</Chip></span>}
          <span>{asked === 0 ? t`not asked yet` : times}</span>
          {when && <span>{t`last on ${when}`}</span>}
        </p>
        <div>
          <span className={css.label}><Trans>Our answer</Trans></span>
          <InPlace letter label={t`Our answer`} value={answer} keep={keep("answer")} placeholder={t`In plain language, as it could stand in a letter`} onSave={(to) => save.mutate({ id, answer: to })} />
        </div>
        <div>
          <span className={css.label}><Trans>Where they find it themselves</Trans></span>
          <InPlace label={t`Where they find it themselves`} value={foundAt} keep={keep("foundAt")} placeholder={t`nowhere yet`} onSave={(to) => save.mutate({ id, foundAt: to })} />
        </div>
        <div className={css.deeds}>
          <Button size="s" icon={MessageCircleQuestion} aria-label={t`Asked again: ${name}`} onPress={() => ask(true)}>{t`Asked again`}</Button>
          {asked > 0 && <Button size="s" kind="quiet" aria-expanded={showsAll} aria-label={t`Who asked: ${name}`} onPress={() => showAll(!showsAll)}>{t`Who asked`}</Button>}
          <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(question)} />
        </div>
        {showsAll && asked > 0 && <Askings id={id} text={text} />}
      </div>
      {asking && <AskDialog question={question} person={null} onClose={() => ask(false)} />}
    </Card>
  );
}

function Askings({ id, text }: { id: string; text: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemoveAsking();
  const askings = useQuery(questionOf(id)).data?.askings ?? [];
  return (
    <ul className={css.askings} aria-label={t`Who asked: ${text}`}>
      {askings.map((asking) => {
        const who = isolated(asking.person?.name ?? t`somebody`);
        const day = format.fullDay(asking.day);
        return (
          <li key={asking.id} className={css.asking}>
            <span className={css.facts}>
              {asking.person ? <Link to="/people/$personId" params={{ personId: asking.person.id }} className={css.who}><bdi>{asking.person.name}</bdi></Link> : <span>{t`somebody`}</span>}
              <SaidWhere day={asking.day} said={asking.said} />
            </span>
            <Button size="s" kind="quiet" icon={X} aria-label={t`Do not count ${who}, ${day}`} onPress={() => remove.mutate(asking)} />
          </li>
        );
      })}
    </ul>
  );
}
