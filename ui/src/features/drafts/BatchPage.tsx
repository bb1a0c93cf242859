/** Letters to many, read one by one: which batch is open stands in the address. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { BatchRoom } from "./BatchRoom";

export function BatchPage() {
  const navigate = useNavigate();
  const { batchId } = useParams({ strict: false }) as { batchId?: string };
  return <BatchRoom key={batchId} id={batchId ?? ""} onGone={() => void navigate({ to: "/drafts" })} />;
}
