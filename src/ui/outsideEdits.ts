/**
 * Lets React go on where something else has edited the page's DOM: a translator wraps every text in <font>, extensions
 * insert and remove nodes. React then removes, or inserts before, a node that is not where it left it, and the browser
 * throws (https://github.com/facebook/react/issues/11538). Such a node is found where it now is.
 */
export function tolerateOutsideEdits(prototype: Node = Node.prototype): void {
  const { removeChild, insertBefore } = prototype;
  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    const top = childHolding(this, child);
    // What was wrapped around the node goes with it; what was moved elsewhere or removed is left alone.
    if (top) removeChild.call(this, top);
    return child;
  };
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before === null || before.parentNode === this) return insertBefore.call(this, node, before) as T;
    return insertBefore.call(this, node, childHolding(this, before)) as T;
  };
}

/** The child of `parent` that holds `node`; null where node is not inside. */
function childHolding(parent: Node, node: Node): Node | null {
  let at: Node | null = node;
  while (at && at.parentNode !== parent) at = at.parentNode;
  return at;
}
