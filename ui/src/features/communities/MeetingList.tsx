/** The meetings of a community, newest first: who came, and what was heard. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import type { Meeting } from "../../bindings/Meeting";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { useFormat } from "../../frame/format";
import { useRemoveMeeting } from "./actions";
import css from "./communities.module.css";

export function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemoveMeeting();
  if (meetings.length === 0) return <p className={css.quiet}>{t`No meeting is kept yet. Note what was heard: it is logged with everybody who came.`}</p>;
  return (
    <Card rows>
      <ul aria-label={t`Meetings`} className={css.list}>
        {meetings.map(({ id, at, title, heard, people }) => {
          const day = format.fullDay(at);
          return (
            <li key={id} className={css.meeting}>
              <div className={css.meetingWords}>
                <h3 className={css.meetingTitle}><bdi>{title || t`Meeting`}</bdi> <span className={css.quiet}>{day}</span></h3>
                {heard && <p className={css.heard} dir="auto">{heard}</p>}
                <p className={css.quiet}>{people.map((one, i) => <span key={one.id}>{i > 0 && ", "}<Link to="/people/$personId" params={{ personId: one.id }}><bdi>{one.name}</bdi></Link></span>)}{people.length === 0 && t`Its touchpoint is gone.`}</p>
              </div>
              <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the meeting of ${day}`} onPress={() => remove.mutate({ id })} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
