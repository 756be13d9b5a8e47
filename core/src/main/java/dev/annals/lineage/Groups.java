package dev.annals.lineage;

/** Union-find over numbers; the root of a group is its smallest member. */
final class Groups {

  private final int[] parent;
  private final int[] size;

  Groups(int count) {
    parent = new int[count];
    size = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  int find(int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = i;
    while (parent[at] != root) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Number of members of the group of a number. */
  int size(int i) {
    return size[find(i)];
  }

  void join(int a, int b) {
    int x = find(a);
    int y = find(b);
    if (x != y) {
      int root = Math.min(x, y);
      parent[Math.max(x, y)] = root;
      size[root] = size[x] + size[y];
    }
  }
}
