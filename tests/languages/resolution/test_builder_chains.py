"""Calls on end, as of a builder: each is known, however many stand before it."""

from __future__ import annotations

import pytest
from support.linked import link_files

JAVA = """
    package mill;
    class Mill { void grind() {} }
    class Builder {
        Builder stone(String name, int size) { return this; }
        Mill build() { return new Mill(); }
    }
    class Use {
        String given; int size;
        void run(String name) {
            Mill mill = new Builder()%s.build();
            mill.grind();
        }
    }
    """
KOTLIN = """
    package mill
    class Mill { fun grind() {} }
    class Builder {
        fun stone(name: String, size: Int) = apply { println(name) }
        fun build(): Mill = Mill()
    }
    fun run(name: String, size: Int) {
        val mill = Builder()%s.build()
        mill.grind()
    }
    """
C_SHARP = """
    namespace Mills;
    class Mill { public void grind() {} }
    class Builder {
        public Builder stone(string name, int size) { return this; }
        public Mill build() { return new Mill(); }
    }
    class Use {
        string given; int size;
        void Run(string name) {
            var mill = new Builder()%s.build();
            mill.grind();
        }
    }
    """
TYPESCRIPT = """
    class Mill { grind() {} }
    class Builder {
      stone(name: string, size: number): this { return this; }
      build(): Mill { return new Mill(); }
    }
    function run(name: string, size: number) {
      const mill = new Builder()%s.build();
      mill.grind();
    }
    """
PYTHON = """
    class Mill:
        def grind(self): ...

    class Builder:
        def stone(self, name, size) -> "Builder":
            return self

        def build(self):
            return Mill()

    def run(name, size):
        mill = Builder()%s.build()
        mill.grind()
    """
PHP = """
    <?php
    class Mill { public function grind(): void {} }
    class Builder {
        public function stone(string $name, int $size): self { return $this; }
        public function build(): Mill { return new Mill(); }
    }
    function run(string $name, int $size) {
        $mill = (new Builder())%s->build();
        $mill->grind();
    }
    """
RUBY = """
    class Mill
      def grind
      end
    end
    class Builder
      def stone(name, size)
        self
      end
      def build
        Mill.new
      end
    end
    def run(name, size)
      mill = Builder.new%s.build
      mill.grind
    end
    """
RUST = """
    struct Mill {}
    impl Mill { fn grind(&self) {} }
    struct Builder {}
    impl Builder {
        fn new() -> Self { Builder {} }
        fn stone(self, name: &str, size: u8) -> Self { self }
        fn build(self) -> Mill { Mill {} }
    }
    fn run(name: &str, size: u8) {
        let mill = Builder::new()%s.build();
        mill.grind();
    }
    """
GO = """
    package mill

    type Mill struct{}

    func (m *Mill) grind() {}

    type Builder struct{}

    func (b *Builder) stone(name string, size int) *Builder { return b }
    func (b *Builder) build() *Mill { return &Mill{} }

    func run(name string, size int) {
        mill := (&Builder{})%s.build()
        mill.grind()
    }
    """
CPP = """
    class Mill { public: void grind() {} };
    class Builder {
    public:
      Builder& stone(const char* name, int size) { return *this; }
      Mill build() { return Mill(); }
    };
    void run(const char* name, int size) {
      auto mill = Builder()%s.build();
      mill.grind();
    }
    """


@pytest.mark.parametrize(
    ("path", "code", "step"),
    [
        ("mill/Use.java", JAVA, ".stone(name.trim() + this.given, Math.max(this.size, 3))"),
        ("mill/Use.kt", KOTLIN, ".stone(name.trim() + name, size.plus(3))"),
        ("Mills/Use.cs", C_SHARP, ".stone(name.Trim() + this.given, Math.Max(this.size, 3))"),
        ("use.ts", TYPESCRIPT, ".stone(name.trim(), Math.max(size, 3))"),
        ("use.py", PYTHON, ".stone(name.strip(), max(size, 3))"),
        ("src/use.php", PHP, "->stone(trim($name), max($size, 3))"),
        ("use.rb", RUBY, ".stone(name.strip, size.abs)"),
        ("src/main.rs", RUST, ".stone(name.trim().to_lowercase().as_str(), size.max(3).min(7))"),
        ("use.go", GO, ".stone(name + name, max(size, 3))"),
        ("use.cpp", CPP, ".stone(name, size + 3)"),
    ],
)
def test_the_end_of_a_long_chain_is_known(path: str, code: str, step: str) -> None:
    made = link_files({path: code % (step * 30)})
    assert len(made.links(path, "stone")) == 30
    assert len(made.links(path, "build")) == 1
    assert len(made.links(path, "grind")) == 1
