/** Questions that come again and again, with an answer in plain language and where customers find it themselves. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useSaveQuestion } from "./actions";
import css from "./feedback.module.css";
import { questionsWith } from "./queries";
import { QuestionCard } from "./QuestionCard";

const PAGE = 50;
const MOST = 500;

export function QuestionsView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const [text, setText] = useState("");
  const [show, setShow] = useState<"all" | "gaps">("all");
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQuery(questionsWith({ ...(text.trim() !== "" && { text }), ...(show === "gaps" && { gaps: true }), limit }));
  const gaps = useQuery(questionsWith({ gaps: true, limit: 0 })).data?.total ?? 0;
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  const none = data.total === 0 && text.trim() === "" && show === "all";
  return (
    <div className={css.view}>
      <AddQuestion />
      {none ? (
        <EmptyState title={t`No question yet`} text={t`What customers ask stands here with how often they did. What comes three times and is to be found nowhere is a gap: write the answer down, and say where they find it themselves.`} />
      ) : (
        <>
          <div className={css.fields}>
            <TextField className={css.grow} aria-label={t`Find a question or an answer`} placeholder={t`Find a question or an answer`} value={text} onChange={setText} />
            <Radios
              label={t`Which questions`}
              quietLabel
              bar
              value={show}
              onChange={setShow}
              options={[{ id: "all", label: t`All` }, { id: "gaps", label: t`${plural(gaps, { one: "# gap", other: "# gaps" })}` }]}
            />
          </div>
          {data.items.length === 0 && <p className={css.quiet}>{show === "gaps" ? t`No gap: what is asked often can be found.` : t`No question or answer says that.`}</p>}
          <ul className={css.cards} aria-label={t`Questions`}>{data.items.map((question) => <li key={question.id}><QuestionCard question={question} /></li>)}</ul>
          {data.total > data.items.length && limit < MOST && <Button onPress={() => setLimit(Math.min(MOST, limit * 4))}><Trans>Show more</Trans></Button>}
        </>
      )}
    </div>
  );
}

function AddQuestion() {
  const { t } = useLingui();
  const save = useSaveQuestion();
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (typed !== "" && !save.isPending) save.mutate({ text: typed }, { onSuccess: () => setText("") });
  };
  return (
    <form className={css.addLine} onSubmit={add}>
      <TextField className={css.grow} aria-label={t`A question that customers ask`} placeholder={t`What do customers ask?`} value={text} onChange={setText} />
      <Button type="submit" icon={Plus}><Trans>Add</Trans></Button>
    </form>
  );
}
