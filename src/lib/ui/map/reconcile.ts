/**
 * Several hands at once: what others changed is taken in without ending a drag here, and in an order that never
 * moves what is already on the page, so that focus stays where it is.
 */
export interface Drawn {
  id: string;
  position: { x: number; y: number };
  width?: number;
  height?: number;
  data: Record<string, unknown>;
}

export function reconcile<N extends Drawn>(
  current: readonly N[],
  wanted: readonly N[],
  dragged: string | null,
): N[] {
  const byId = new Map(wanted.map((node) => [node.id, node]));
  const kept = current.flatMap((node) => {
    const next = byId.get(node.id);
    if (!next) return [];
    byId.delete(node.id);
    return [node.id === dragged ? merged(node, { ...next, position: node.position }) : merged(node, next)];
  });
  return [...kept, ...byId.values()];
}

/** The same object where nothing changed, so that nothing is drawn again. */
function merged<N extends Drawn>(node: N, next: N): N {
  const isSame =
    node.position.x === next.position.x &&
    node.position.y === next.position.y &&
    node.width === next.width &&
    node.height === next.height &&
    JSON.stringify(node.data) === JSON.stringify(next.data);
  return isSame ? node : { ...node, ...next };
}
