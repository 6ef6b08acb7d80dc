"""What each page says: decisions on content and order, made out of the linked repository.

Composers return blocks (see `model.blocks`); how those look is decided in `render/`.
"""
