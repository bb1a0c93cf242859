/** What a person asked, each question with how often everybody did and whether there is an answer. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import type { PersonPart } from "../../frame/personParts";
import { AskDialog } from "./AskDialog";
import css from "./feedback.module.css";
import { questionsWith } from "./queries";

export function WhatTheyAsk({ person }: PersonPart) {
  const { t } = useLingui();
  const { id, name } = person.row;
  const { data } = useQuery(questionsWith({ person: id }));
  const [asking, ask] = useState(false);
  if (!data) return null;
  return (
    <section>
      <div className={css.head}>
        <SectionHead title={t`What they asked`} {...(data.total > 0 && { count: data.total })} note={data.total > 0 && <Link to="/feedback" search={{ view: "questions" } as never} className={css.who}><Trans>All questions</Trans></Link>} />
        <Button size="s" icon={Plus} onPress={() => ask(true)}><Trans>They asked</Trans></Button>
      </div>
      {data.total === 0 && <p className={css.none}><Trans>What they ask is counted with what others ask. Three times the same, and nowhere to be found: then an answer is missing.</Trans></p>}
      {data.total > 0 && (
        <ul className={css.list} aria-label={t`Questions of ${name}`}>
          {data.items.map(({ id: question, text, answer, gap, asked }) => (
            <li key={question} className={css.row}>
              <p className={css.words}><bdi>{text}</bdi></p>
              {answer !== "" && <p className={css.answer}><bdi>{answer}</bdi></p>}
              <p className={css.facts}>
                {gap && <span className={css.mark}><Chip tone="warn" icon={TriangleAlert}>{t`a gap: found nowhere`}</Chip></span>}
                <span>{t`${plural(asked, { one: "asked once by everybody together", other: "asked # times by everybody together" })}`}</span>
                {answer === "" && <span>{t`no answer written yet`}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {asking && <AskDialog question={null} person={{ id, name }} onClose={() => ask(false)} />}
    </section>
  );
}
