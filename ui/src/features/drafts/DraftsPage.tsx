/** Letters in the making: which one is open, or being begun, stands in the address. */
import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { DraftsRoom } from "./DraftsRoom";

export function DraftsPage() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { draftId } = useParams({ strict: false });
  const { person, kind } = useSearch({ strict: false }) as { person?: unknown; kind?: unknown };
  const isNew = pathname === "/drafts/new";
  return (
    <DraftsRoom
      at={draftId}
      {...(isNew && { beginning: { person: person === undefined ? null : String(person), kind } })}
      onOpen={(id) => void (id === null ? navigate({ to: "/drafts", replace: true }) : navigate({ to: "/drafts/$draftId", params: { draftId: id }, replace: true }))}
    />
  );
}
