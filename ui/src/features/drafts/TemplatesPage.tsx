/** Templates: one's own, which can be changed, and those every book begins with, which can be copied. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Plus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SplitPane } from "../../components/layout/SplitPane";
import { Notice } from "../../components/layout/States";
import { useKept } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import css from "./drafts.module.css";
import { templates } from "./queries";
import { TemplateDesk } from "./TemplateDesk";
import { TemplateList } from "./TemplateList";
import own from "./templates.module.css";

/** Stands for one that is not saved yet. */
const NEW = "new";

export function TemplatesPage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: all, error } = useQuery(templates);
  const [shown, show] = useShown();
  const found = all?.find(({ key }) => key === shown);
  const template = shown === NEW ? undefined : (found ?? all?.[0]);
  return (
    <SplitPane
      filled
      listLabel={t`Templates`}
      list={
        <>
          <header className={css.listHead}>
            <div className={own.heads}>
              <Link to="/drafts" className={own.back}><ArrowLeft size={14} strokeWidth={1.75} aria-hidden /><Trans>Drafts</Trans></Link>
              <h1 className={css.listTitle}><Trans>Templates</Trans></h1>
            </div>
            <Button icon={Plus} onPress={() => show(NEW)}><Trans>New</Trans></Button>
          </header>
          <div className={css.rows}>
            <TemplateList rows={all ?? []} active={template?.key} onShow={show} />
          </div>
        </>
      }
    >
      {error && <div className={css.pad}><Notice tone="danger">{sentence(error)}</Notice></div>}
      {all && <TemplateDesk key={template?.key ?? NEW} template={template} all={all} onShow={show} />}
    </SplitPane>
  );
}

/** Which one is shown: what the address says (`?show=…`), else what was shown last. */
function useShown(): [string, (key: string) => void] {
  const said = (useLocation().search as { show?: unknown }).show;
  const navigate = useNavigate();
  const [kept, keep] = useKept<string>(["drafts", "template"], "");
  const shown = typeof said === "string" && said !== "" ? said : kept;
  return [
    shown,
    (key) => {
      keep(key);
      if (said !== undefined) void navigate({ to: "/drafts/templates", search: {}, replace: true });
    },
  ];
}
