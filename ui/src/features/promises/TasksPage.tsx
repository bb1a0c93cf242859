/** Everything that is to be done, and what was done: a view of Today. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { TaskState } from "../../bindings/TaskState";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { Tabs } from "../../components/layout/Tabs";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { keyedActions } from "../../frame/keys";
import { useSentence } from "../../strings/sentences";
import css from "./promises.module.css";
import { tasks } from "./queries";
import { TaskList } from "./TaskList";

const PAGE = 100;

export function TasksPage() {
  const { t } = useLingui();
  const format = useFormat();
  const [state, setState] = useState<TaskState>("open");
  const open = useQuery(tasks({ state: "open", limit: 0 })).data?.total;
  const add = <Button kind="primary" icon={Plus} keys={keyedActions["promises.add"].keys} onPress={() => doAction("promises.add")}><Trans>Add a task</Trans></Button>;
  return (
    <SplitPane>
      <PageHead title={t`To do`} line={<><Link to="/" className={css.link}><Trans>Back to Today</Trans></Link> · <Link to="/expectations" className={css.link}><Trans>What people may expect</Trans></Link></>} deeds={add} />
      <div className={css.page}>
        <Tabs
          label={t`Which tasks`}
          value={state}
          onChange={setState}
          tabs={[
            { id: "open", label: t`Open`, ...(open !== undefined && { count: format.number(open) }), panel: <Part state="open" /> },
            { id: "done", label: t`Done`, panel: <Part state="done" /> },
          ]}
        />
      </div>
    </SplitPane>
  );
}

function Part({ state }: { state: TaskState }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const [pages, setPages] = useState(1);
  const { data, error } = useQuery(tasks({ state, limit: Math.min(PAGE * pages, 500) }));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.items.length === 0) {
    return state === "open" ? (
      <EmptyState title={t`Nothing is to be done`} text={t`What you promise somebody, and what you plan on the canvas, a journey or a strategy, stands here with its day. What is due is on Today.`} />
    ) : (
      <EmptyState title={t`Nothing is done yet`} text={t`What you tick off stands here, with what came of it.`} />
    );
  }
  const rest = data.total - data.items.length;
  return (
    <>
      <TaskList label={state === "open" ? t`To do` : t`Done`} tasks={data.items} />
      {rest > 0 && pages < 5 && <Button onPress={() => setPages(pages + 1)}><Trans>Show more</Trans></Button>}
    </>
  );
}
